package org.footbridge.referral;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.RowLevelSecurity;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ReferralMother.Made;
import org.junit.jupiter.api.Test;

/** The database itself hides what is not the caller's, table by table (decision 16). */
@QuarkusTest
class RowLevelSecurityTest {
    /** What an agency may see: its placements, their children and what was disclosed with them (decision 14). */
    private static final List<String> OF_AGENCIES = List.of(
            "placement",
            "appointment",
            "disclosed_record",
            "placement_inquiry",
            "contact_attempt",
            "placement_message",
            "message_receipt",
            "recommendation");

    private static final List<String> OF_THE_SCHOOL = List.of(
            "account_link",
            "roster_import",
            "referral",
            "referral_draft",
            "referral_inquiry",
            "break_glass",
            "consent",
            "consent_request",
            "consent_signer",
            "consent_document",
            "disclosure",
            "transition",
            "access_log");

    TestDatabase database;
    DemoTokens demo;

    @Test
    void shouldHideTheRowsOfOthers() throws SQLException {
        World.fill(database);
        playEverything();
        RowLevelSecurity security = RowLevelSecurity.of(database)
                .withCommonTables()
                .reviewed("work_queue", "ids and times of what has to be done (decision 15)")
                .reviewed("roster_import_queue", "ids and leases of waiting work (decision 15)")
                .reviewed("calendar_feed_key", "hashes of secret addresses, and whose feeds they are")
                .reviewed("referral_tenant", "which tenant a referral's number and id belong to")
                .reviewed("consent_link", "which tenant and signer the hash of a link belongs to")
                .reviewed("left_concern_tenant", "which district a concern belongs to")
                .reviewed("record_request_tenant", "which district a request about records belongs to")
                .reviewed("concern_code", "which school a poster's code belongs to")
                .reviewed("provider_organization", "a copy of the public directory")
                .reviewed("provider_service", "a copy of the public directory")
                .tenantSees("district", "id = :caller")
                .platformSees("district", "true")
                .platformSees("school_holiday", "true")
                .platformSees("agreement", "true")
                .everybodySees("jurisdiction_rule_set", "true")
                .everybodySees("agency_account", "true")
                .everybodySees("agency_contact", "true");
        security.plant(
                "insert into jurisdiction_rule_set values (1, '{\"sample\":false,\"rules\":[]}', 'fixture', now(), 0)"
                        + " on conflict do nothing");
        for (UUID district : List.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.EASTFIELD)) {
            DeskFixtures.plants(district).forEach(security::plant);
            security.plant("insert into school_holiday values ('" + district
                    + "', '2026-12-25', 'Christmas') on conflict do nothing");
            plantCrisis(security, district);
            security.plant("insert into service_level_plan values ('" + district
                    + "', '{\"limits\":{}}', now(), 0) on conflict do nothing");
        }
        plantClock(security);
        OF_THE_SCHOOL.forEach(table -> security.plant(copy(table)));
        OF_AGENCIES.forEach(table -> security.plant(copy(table)).agencySees(table, "agency_id = :caller"));
        plantShared(security);
        security.check();
    }

    /** What both sides of a placement share. */
    private static void plantShared(RowLevelSecurity security) {
        security.plant("insert into agency_contact values ('" + DemoTokens.CEDAR_PATH
                + "', 'Intake', '+1', null, null, now(), 0) on conflict do nothing");
        plantBookings(security);
        plantFiles(security);
        List.of("booked_time", "calendar_feed", "placement_availability", "attachment", "attachment_release")
                .forEach(table -> security.agencySees(table, "agency_id = :caller"));
    }

    private static void plantCrisis(RowLevelSecurity security, UUID district) {
        UUID school = district.equals(DemoTokens.EASTFIELD) ? World.FOREIGN_SCHOOL : World.SCHOOL;
        security.plant("insert into alarm_turn values (gen_random_uuid(), '" + district
                + "', gen_random_uuid(), '{}', now())");
        security.plant("insert into school_calendar values ('%s', '%s', '{\"closures\":[],\"openDays\":[]}', now(), 0)"
                        .formatted(school, district)
                + " on conflict do nothing");
        security.plant("insert into on_call_chain values ('%s', '%s', '{\"contacts\":[]}', now(), 0)"
                        .formatted(school, district)
                + " on conflict do nothing");
        security.plant("""
                insert into crisis select id, '%s', 0, now(), null, now(), null, 0 from referral
                where id not in (select referral_id from crisis) limit 1""".formatted(district));
    }

    private static void plantClock(RowLevelSecurity security) {
        security.plant("""
                insert into service_clock
                select (jsonb_populate_record(own, jsonb_build_object('id', gen_random_uuid(), 'tenant_id', '%s',
                    'kind', 'FIRST_APPOINTMENT', 'next_at', null))).* from service_clock own
                where tenant_id = '%s' and placement_id is null limit 1 on conflict do nothing
                """.formatted(DemoTokens.EASTFIELD, DemoTokens.PRAIRIE_VIEW));
    }

    /** Leaves a row of Prairie View and Harbor Light in each table. */
    private void playEverything() {
        ReferralMother mother = new ReferralMother(demo);
        mother.draft();
        mother.asked();
        ConsentLinks links = new ConsentLinks(demo, database);
        Made signed = mother.triaged();
        links.ask(signed);
        links.sign(signed, "Somebody");
        ReferralMother.post(
                        mother.otherSchoolsCounselor(),
                        signed.referralPath() + "/break-glass",
                        Map.of("reason", "The student is in my office."),
                        null)
                .then()
                .statusCode(201);
        Made made = mother.agencyAsked();
        mother.attempt(mother.scheduled(), ReferralMother.attemptForm(Duration.ZERO, "PHONE", "REACHED"), 201);
        ReferralMother.get(demo.agencyStaff(), made.placementPath()).then().statusCode(200);
        mother.wroteAndRead();
        available(mother.recommended());
        mother.withFileOfTheAgency();
    }

    private void available(Made made) {
        given().auth()
                .oauth2(demo.agencyStaff().sign())
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("zone", "America/Chicago", "weekly", List.of()))
                .put(made.placementPath() + "/availability")
                .then()
                .statusCode(200);
    }

    /** A file of each agency, given to each. */
    private static void plantFiles(RowLevelSecurity security) {
        security.plant("""
                insert into attachment
                select gen_random_uuid(), '%s', referral_id, placement_id, '%s', side, name, kind, byte_count, sha256,
                    gen_random_uuid()::text, actor_subject, actor_person_id, added_at
                from attachment where side = 'AGENCY' limit 1""".formatted(DemoTokens.EASTFIELD, DemoTokens.CEDAR_PATH));
        security.plant("""
                insert into attachment_release
                select gen_random_uuid(), tenant_id, agency_id, placement_id, id, now()
                from attachment where side = 'AGENCY' on conflict do nothing""");
    }

    /** Rows that belong to one side alone. */
    private static void plantBookings(RowLevelSecurity security) {
        security.plant("""
                insert into placement_availability
                select gen_random_uuid(), '%s', '%s', placed.id, 'SCHOOL', '{}', now(), 0 from placement placed
                where not exists (select 1 from placement_availability own where own.placement_id = placed.id)
                limit 1""".formatted(DemoTokens.EASTFIELD, DemoTokens.CEDAR_PATH));
        for (UUID district : List.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.EASTFIELD)) {
            security.plant("insert into booked_time values (gen_random_uuid(), 'student:" + district + "', '" + district
                    + "', null, '[2020-01-01,2020-01-02)') on conflict do nothing");
            security.plant(
                    "insert into calendar_feed (id, tenant_id, owner_subject, created_at, expires_at, version) values ('"
                            + district + "', '" + district + "', 'planted', now(), now(), 0) on conflict do nothing");
        }
        for (UUID agency : List.of(DemoTokens.HARBOR_LIGHT, DemoTokens.CEDAR_PATH)) {
            security.plant("insert into booked_time values (gen_random_uuid(), 'staff:" + agency + ":', '"
                    + DemoTokens.EASTFIELD + "', '" + agency
                    + "', '[2020-01-01,2020-01-02)') on conflict do nothing");
            security.plant(
                    "insert into calendar_feed (id, agency_id, owner_subject, created_at, expires_at, version) values ('"
                            + agency + "', '" + agency + "', 'planted', now(), now(), 0) on conflict do nothing");
        }
    }

    /** A row of Prairie View and Harbor Light once more, as one of Eastfield and Cedar Path. */
    private static String copy(String table) {
        Map<String, String> others = Map.of(
                "id",
                "gen_random_uuid()",
                "tenant_id",
                "'" + DemoTokens.EASTFIELD + "'",
                "agency_id",
                "'" + DemoTokens.CEDAR_PATH + "'",
                "recipient_agency_id",
                "'" + DemoTokens.CEDAR_PATH + "'",
                // free of the rules that a placement's versions and a thread's positions differ
                "record_version",
                "99",
                "position",
                "99");
        String changes = others.entrySet().stream()
                .map(member -> "'" + member.getKey() + "', " + member.getValue())
                .reduce((first, next) -> first + ", " + next)
                .orElseThrow();
        return """
                insert into %1$s
                select (jsonb_populate_record(own, jsonb_build_object(%2$s))).* from %1$s own
                where own.tenant_id = '%3$s' limit 1 on conflict do nothing""".formatted(table, changes, DemoTokens.PRAIRIE_VIEW);
    }
}
