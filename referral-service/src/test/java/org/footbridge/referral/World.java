package org.footbridge.referral;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;

/** Two districts with their rosters, three agencies and their services: what every referral needs before it begins. */
public final class World {
    public static final UUID SCHOOL = id(0x5001);
    public static final UUID OTHER_SCHOOL = id(0x5002);
    public static final UUID FOREIGN_SCHOOL = id(0x5003);
    public static final UUID EDUCATOR = id(0x9003);
    public static final UUID OTHER_SCHOOLS_COUNSELOR = id(0x9006);
    public static final UUID COORDINATOR = id(0x9002);
    public static final UUID STUDENT = id(0x1001);
    public static final UUID OTHER_SCHOOLS_STUDENT = id(0x1002);
    public static final UUID FOREIGN_STUDENT = id(0x1003);
    public static final UUID STUDENT_OF_AGE = id(0x1004);
    public static final UUID GONE_STUDENT = id(0x1005);
    /** Between 13 and 18. */
    public static final UUID TEEN = id(0x1006);

    /** Goes to both schools of the first district: on the way from one to the other. */
    public static final UUID MOVING_STUDENT = id(0x1007);

    public static final UUID GUARDIAN = id(0x7001);
    public static final UUID GUARDIAN_WITHOUT_RIGHTS = id(0x7002);
    public static final UUID FOREIGN_GUARDIAN = id(0x7003);
    public static final UUID AGENCY_WITHOUT_AGREEMENT = id(0xa003);
    /** Teaches at the other school; coordinates nowhere by the role in the token. */
    public static final UUID OTHER_TEACHER = id(0x9004);

    public static final UUID SERVICE = id(0xb001);
    public static final UUID FULL_SERVICE = id(0xb002);
    public static final UUID OTHER_AGENCYS_SERVICE = id(0xb003);
    public static final UUID SERVICE_WITHOUT_AGREEMENT = id(0xb004);
    public static final UUID CLOSED_SERVICE = id(0xb005);

    public static final UUID TEAM_SERVICE = id(0xb006);

    public static final UUID OLD_AGREEMENT = id(0xd199);
    public static final UUID SPARE_GRANT = id(0xc003);
    public static final UUID IMPORT = id(0xe001);

    /** Planted where people and concerns are named: nothing that leaves may hold one of them. */
    public static final String CANARY = "Zzyzx";

    private static final UUID D1 = DemoTokens.PRAIRIE_VIEW;
    private static final UUID D2 = DemoTokens.EASTFIELD;

    private World() {}

    /** Fills the database; what is there already stays. */
    public static void fill(TestDatabase database) {
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement()) {
            districts(sql);
            people(sql);
            agencies(sql);
            sql.execute("delete from delegation where tenant_id = '" + D1 + "'"); // whoever stands in is told too
        } catch (SQLException e) {
            throw new IllegalStateException("the world could not be made", e);
        }
    }

    /** A statement of the superuser's. */
    public static void run(TestDatabase database, String statement) {
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the statement could not be run", e);
        }
    }

    /** What other tests have sent while their clock was put forward counts as sent now: lists begin with the newest. */
    public static void endTheFuture(TestDatabase database) {
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement()) {
            sql.execute("update referral set submitted_at = now() where submitted_at > now()");
            sql.execute("update placement set sent_at = now() where sent_at > now()");
        } catch (SQLException e) {
            throw new IllegalStateException("the future could not be ended", e);
        }
    }

    private static void districts(Statement sql) throws SQLException {
        for (UUID district : new UUID[] {D1, D2}) {
            sql.execute("""
                    insert into district (id, name, zone, phone, languages, minimum_cell, import_birth_dates, version,
                        created_at, changed_at)
                    values ('%s', 'District %s', 'America/Chicago', '+1 555 0100', '{en,es}', 10, true, 0, now(), now())
                    on conflict do nothing""".formatted(district, district));
        }
        school(sql, SCHOOL, D1, "Prairie View Elementary");
        school(sql, OTHER_SCHOOL, D1, "Prairie View High");
        school(sql, FOREIGN_SCHOOL, D2, "Eastfield Middle");
    }

    private static void school(Statement sql, UUID id, UUID district, String name) throws SQLException {
        sql.execute("""
                insert into school (id, tenant_id, sourced_id, name, state, changed_at)
                values ('%s', '%s', 'sch-%s', '%s', 'ACTIVE', now()) on conflict do nothing""".formatted(id, district, id, name));
    }

    private static void people(Statement sql) throws SQLException {
        person(sql, COORDINATOR, D1, "stf-9002@example.edu", "is_staff", null);
        person(sql, EDUCATOR, D1, "stf-9003@example.edu", "is_staff", null);
        person(sql, id(0x9004), D1, "stf-9004@example.edu", "is_staff", null);
        person(sql, id(0x9005), D2, "coordinator@eastfield.example", "is_staff", null);
        person(sql, OTHER_SCHOOLS_COUNSELOR, D1, "stf-9006@example.edu", "is_staff", null);
        role(sql, OTHER_SCHOOLS_COUNSELOR, D1, OTHER_SCHOOL, "counselor");
        person(sql, id(0x9007), D1, "stf-9007@example.edu", "is_staff", null);
        role(sql, id(0x9007), D1, SCHOOL, "counselor");
        role(sql, EDUCATOR, D1, SCHOOL, "teacher");
        role(sql, id(0x9004), D1, OTHER_SCHOOL, "teacher");
        role(sql, id(0x9005), D2, FOREIGN_SCHOOL, "teacher");
        grant(sql, 0xc001, D1, COORDINATOR);
        grant(sql, 0xc002, D2, id(0x9005));
        grant(sql, 0xc003, D1, id(0x9004));
        person(sql, STUDENT, D1, "stu-1001", "is_student", "2014-11-02");
        person(sql, OTHER_SCHOOLS_STUDENT, D1, "stu-1002", "is_student", null);
        person(sql, FOREIGN_STUDENT, D2, "stu-1003", "is_student", null);
        person(sql, STUDENT_OF_AGE, D1, "stu-1004", "is_student", "2005-01-01");
        person(sql, GONE_STUDENT, D1, "stu-1005", "is_student", null);
        sql.execute("update person set state = 'WITHDRAWN' where id = '%s'".formatted(GONE_STUDENT));
        person(sql, TEEN, D1, "stu-1006", "is_student", "2010-05-05");
        role(sql, TEEN, D1, SCHOOL, "student");
        moving(sql);
        role(sql, STUDENT, D1, SCHOOL, "student");
        role(sql, OTHER_SCHOOLS_STUDENT, D1, OTHER_SCHOOL, "student");
        role(sql, FOREIGN_STUDENT, D2, FOREIGN_SCHOOL, "student");
        role(sql, STUDENT_OF_AGE, D1, SCHOOL, "student");
        role(sql, GONE_STUDENT, D1, SCHOOL, "student");
        person(sql, GUARDIAN, D1, "gdn-7001@example.edu", "is_guardian", null);
        person(sql, GUARDIAN_WITHOUT_RIGHTS, D1, "gdn-7002@example.edu", "is_guardian", null);
        person(sql, FOREIGN_GUARDIAN, D2, "gdn-7003@example.edu", "is_guardian", null);
        guardian(sql, D1, STUDENT, GUARDIAN, true);
        guardian(sql, D1, STUDENT, GUARDIAN_WITHOUT_RIGHTS, false);
        guardian(sql, D1, STUDENT_OF_AGE, GUARDIAN, true);
        guardian(sql, D1, TEEN, GUARDIAN, true);
        guardian(sql, D2, FOREIGN_STUDENT, FOREIGN_GUARDIAN, true);
    }

    private static void moving(Statement sql) throws SQLException {
        person(sql, MOVING_STUDENT, D1, "stu-1007", "is_student", "2011-06-06");
        role(sql, MOVING_STUDENT, D1, SCHOOL, "student");
        sql.execute("""
                insert into person_role (tenant_id, sourced_id, person_id, school_id, role, is_primary)
                values ('%s', 'rol-moving', '%s', '%s', 'student', false) on conflict do nothing""".formatted(D1, MOVING_STUDENT, OTHER_SCHOOL));
    }

    private static void person(Statement sql, UUID id, UUID district, String username, String kind, String birthDate)
            throws SQLException {
        sql.execute("""
                insert into person (id, tenant_id, sourced_id, username, given_name, family_name, given_key, family_key,
                    grades, email, phone, home_language, birth_date, enabled, is_student, is_staff, is_guardian, state,
                    changed_at)
                values ('%1$s', '%2$s', '%3$s', '%3$s', 'Given%4$s', 'Family%4$s', 'given', 'family', '{05}', '%3$s',
                    '+1 555 0199', 'es', %5$s, true, '%6$s' = 'is_student', '%6$s' = 'is_staff', '%6$s' = 'is_guardian',
                    'ACTIVE', now())
                on conflict do nothing""".formatted(
                        id, district, username, CANARY, birthDate == null ? "null" : "'" + birthDate + "'", kind));
    }

    private static void role(Statement sql, UUID person, UUID district, UUID school, String role) throws SQLException {
        sql.execute("""
                insert into person_role (tenant_id, sourced_id, person_id, school_id, role, is_primary)
                values ('%1$s', 'rol-%2$s', '%2$s', '%3$s', '%4$s', true) on conflict do nothing""".formatted(district, person, school, role));
    }

    private static void grant(Statement sql, int id, UUID district, UUID person) throws SQLException {
        sql.execute("""
                insert into staff_grant (id, tenant_id, person_id, role, school_id, granted_by, created_at)
                values ('%s', '%s', '%s', 'coordinator', null, 'fixture', now()) on conflict do nothing""".formatted(id(id), district, person));
    }

    private static void guardian(Statement sql, UUID district, UUID student, UUID guardian, boolean rights)
            throws SQLException {
        sql.execute("""
                insert into guardianship (tenant_id, student_id, guardian_id, relation, has_rights, may_contact, active)
                values ('%s', '%s', '%s', 'parent', %s, true, true) on conflict do nothing""".formatted(district, student, guardian, rights));
    }

    private static void agencies(Statement sql) throws SQLException {
        organization(sql, DemoTokens.HARBOR_LIGHT, null);
        organization(sql, id(0xa011), DemoTokens.HARBOR_LIGHT);
        organization(sql, DemoTokens.CEDAR_PATH, null);
        organization(sql, AGENCY_WITHOUT_AGREEMENT, null);
        service(sql, SERVICE, id(0xa011), null, true);
        organization(sql, id(0xa021), null);
        sql.execute("update provider_organization set kind = 'school' where id = '%s'".formatted(id(0xa021)));
        service(sql, TEAM_SERVICE, id(0xa021), null, true);
        service(sql, FULL_SERVICE, DemoTokens.HARBOR_LIGHT, "NO_CAPACITY", true);
        service(sql, OTHER_AGENCYS_SERVICE, DemoTokens.CEDAR_PATH, "HAS_CAPACITY", true);
        service(sql, SERVICE_WITHOUT_AGREEMENT, AGENCY_WITHOUT_AGREEMENT, "HAS_CAPACITY", true);
        service(sql, CLOSED_SERVICE, DemoTokens.HARBOR_LIGHT, "HAS_CAPACITY", false);
        UUID[] accounts = {DemoTokens.HARBOR_LIGHT, DemoTokens.CEDAR_PATH, AGENCY_WITHOUT_AGREEMENT};
        for (UUID agency : accounts) {
            sql.execute("insert into agency_account (agency_id, created_at) values ('%s', now()) on conflict do nothing"
                    .formatted(agency));
        }
        agreement(sql, 0xd101, D1, DemoTokens.HARBOR_LIGHT);
        agreement(sql, 0xd102, D1, DemoTokens.CEDAR_PATH);
        agreement(sql, 0xd103, D2, DemoTokens.CEDAR_PATH);
        agreement(sql, 0xd199, D1, AGENCY_WITHOUT_AGREEMENT);
        sql.execute("update agreement set valid_until = '2020-12-31' where id = '%s'".formatted(OLD_AGREEMENT));
        sql.execute("""
                insert into roster_import (id, tenant_id, state, forced, requested_by, counts, errors, created_at, finished_at)
                values ('%s', '%s', 'APPLIED', false, 'fixture', '{}', '[]', now(), now()) on conflict do nothing""".formatted(IMPORT, D1));
    }

    private static void organization(Statement sql, UUID id, UUID parent) throws SQLException {
        sql.execute("""
                insert into provider_organization (id, name, parent_id, kind, active, sequence)
                values ('%1$s', 'Organization %1$s', %2$s, 'agency', true, 1) on conflict do nothing""".formatted(id, parent == null ? "null" : "'" + parent + "'"));
    }

    private static void service(Statement sql, UUID id, UUID organization, String capacity, boolean active)
            throws SQLException {
        sql.execute("""
                insert into provider_service (id, organization_id, name, active, languages, insurance, capacity_status,
                    sequence)
                values ('%1$s', '%2$s', 'Service %1$s', %3$s, '{en}', '{MEDICAID}', %4$s, 1) on conflict do nothing""".formatted(id, organization, active, capacity == null ? "null" : "'" + capacity + "'"));
    }

    private static void agreement(Statement sql, int id, UUID district, UUID agency) throws SQLException {
        sql.execute("""
                insert into agreement (id, tenant_id, agency_id, basis, purpose, valid_from, version, created_at)
                values ('%s', '%s', '%s', 'FERPA 99.30', 'care', '2020-01-01', 0, now()) on conflict do nothing""".formatted(id(id), district, agency));
    }

    private static UUID id(int number) {
        return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }
}
