package org.footbridge.benchmarks.seed;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.footbridge.benchmarks.seed.People.Person;
import org.footbridge.benchmarks.seed.People.Student;

/** The districts and whom their school systems know, as referral-service keeps them. */
final class RosterRows {
    private final SeedPlan plan;
    private final SeedIds ids;
    private final People people;
    private final Instant at;
    private final Copy copy;
    private final Copy.Table districts;
    private final Copy.Table schools;
    private final Copy.Table persons;
    private final Copy.Table roles;
    private final Copy.Table guardianships;
    private final Copy.Table grants;
    private final Copy.Table sequences;

    RosterRows(SeedPlan plan, Copy copy) {
        this.plan = plan;
        this.ids = new SeedIds(plan);
        this.people = new People(plan);
        this.at = plan.beginning();
        this.copy = copy;
        districts = copy.table("district", """
                id, name, zone, phone, languages, minimum_cell, jurisdiction, import_birth_dates, version,
                created_at, changed_at""");
        schools = copy.table("school", "id, tenant_id, sourced_id, name, state, changed_at");
        persons = copy.table("person", """
                id, tenant_id, sourced_id, username, given_name, family_name, given_key, family_key, grades,
                email, phone, birth_date, enabled, is_student, is_staff, is_guardian, state,
                changed_at""");
        roles = copy.table("person_role", "tenant_id, sourced_id, person_id, school_id, role, is_primary, begins_on");
        guardianships = copy.table("guardianship", """
                tenant_id, student_id, guardian_id, relation, has_rights, may_contact, active""");
        grants = copy.table("staff_grant", "id, tenant_id, person_id, role, school_id, granted_by, created_at");
        sequences = copy.table("aggregate_sequence", "subject, last");
    }

    void write() {
        for (int district = 0; district < people.districts().count(); district++) {
            district(district);
        }
        for (int school = 0; school < people.districts().schools(); school++) {
            school(school);
        }
        for (int family = 0; family < people.families(); family++) {
            family(family);
            copy.writeWhenEnough();
        }
        copy.write();
    }

    private void district(int district) {
        UUID id = ids.district(district);
        String phone = "+1 555-555-02%02d".formatted(district);
        districts
                .row(id, people.districts().name(district), people.districts().zone(district), phone)
                .and(List.of("en", "es"), 10, "US-CA", true, 0, at, at);
        sequences.row(id, 1);
        Person admin = people.districtStaff(district, People.DISTRICT_ADMIN);
        Person coordinator = people.districtStaff(district, People.DISTRICT_COORDINATOR);
        staff(admin, "districtAdministrator", null);
        staff(coordinator, "counselor", null);
        grant(admin, "district_admin", null);
        grant(coordinator, "coordinator", null);
    }

    private void school(int school) {
        UUID id = ids.id(Kind.SCHOOL, school);
        UUID tenant = ids.district(people.districts().ofSchool(school));
        schools.row(id, tenant, "sch-%05d".formatted(school), schoolName(school), "ACTIVE", at);
        sequences.row(id, 1);
        for (int which = 0; which < People.STAFF_PER_SCHOOL; which++) {
            Person person = people.staff(school, which);
            boolean isCounselor = which == People.COUNSELOR;
            staff(person, isCounselor ? "counselor" : "teacher", id);
            if (isCounselor) {
                grant(person, "coordinator", id);
            }
        }
    }

    static String schoolName(int school) {
        List<String> kinds = List.of("Elementary School", "Middle School", "High School");
        return "School %d %s".formatted(school + 1, kinds.get(school % kinds.size()));
    }

    private void staff(Person person, String role, UUID school) {
        person(person, List.of(), null, false, true, false);
        role(person, role, school);
        sequences.row(person.id(), 1);
    }

    private void grant(Person person, String role, UUID school) {
        UUID id = ids.id(Kind.GRANT, person.id().getLeastSignificantBits());
        grants.row(id, ids.district(person.district()), person.id(), role, school, "seed", at);
    }

    /** Two children and their guardians. */
    private void family(int family) {
        for (int which = 0; which < people.guardians(family); which++) {
            Person guardian = people.guardian(family, which);
            person(guardian, List.of(), null, false, false, true);
            role(guardian, "guardian", ids.id(Kind.SCHOOL, guardian.school()));
        }
        for (int index = family * 2; index < Math.min(family * 2 + 2, plan.students()); index++) {
            Student student = people.student(index);
            person(student.person(), List.of(student.grade()), student, true, false, false);
            role(
                    student.person(),
                    "student",
                    ids.id(Kind.SCHOOL, student.person().school()));
            for (int which = 0; which < people.guardians(family); which++) {
                UUID guardian = people.guardian(family, which).id();
                String relation = which == 0 ? "parent" : "guardian";
                guardianships
                        .row(
                                ids.district(student.person().district()),
                                student.person().id(),
                                guardian)
                        .and(relation, true, true, true);
            }
        }
    }

    private void person(
            Person person,
            List<String> grades,
            Student student,
            boolean isStudent,
            boolean isStaff,
            boolean isGuardian) {
        persons.row(person.id(), ids.district(person.district()), person.sourcedId(), person.username())
                .and(person.given(), person.family())
                .and(person.given().toLowerCase(Locale.ROOT), person.family().toLowerCase(Locale.ROOT), grades)
                .and(isStudent ? null : person.username(), isGuardian ? phone(person) : null)
                .and(student == null ? null : student.birthDate(), true)
                .and(isStudent, isStaff, isGuardian, "ACTIVE", at);
    }

    private void role(Person person, String role, UUID school) {
        roles.row(ids.district(person.district()), "rol-" + person.sourcedId(), person.id())
                .and(school, role, true, plan.today().minusYears(2));
    }

    static String phone(Person person) {
        return "+1 555-555-%04d".formatted(Long.remainderUnsigned(person.id().getLeastSignificantBits(), 10_000));
    }
}
