package org.footbridge.referral.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ConsentLinks;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.Sql;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No table is forgotten: neither when a family asks for the record, nor when the record is to be destroyed. */
@QuarkusTest
class RecordTablesTest {
    /** After a purge they hold no row of the referral. */
    private static final Set<String> EMPTIED = Set.of(
            "referral_inquiry",
            "placement_inquiry",
            "disclosed_record",
            "contact_attempt",
            "message_receipt",
            "placement_message",
            "recommendation",
            "placement_availability",
            "attachment",
            "attachment_release",
            "consent_document");

    /** They keep rows without a word in them; except for the ledger, which outlives the record. */
    private static final Map<String, String> KEPT = Map.ofEntries(
            Map.entry("person", "the roster's, not the referral's"),
            Map.entry("person_role", "the roster's"),
            Map.entry("guardianship", "the roster's"),
            Map.entry("referral", "number, states, codes of the outcome and times"),
            Map.entry("placement", "who was asked, states, codes and times"),
            Map.entry("appointment", "states and times"),
            Map.entry("transition", "codes and times"),
            Map.entry("consent", "codes, times and the hash of what was signed"),
            Map.entry("consent_request", "codes and times"),
            Map.entry("consent_signer", "ids and times"),
            Map.entry("crisis", "who acknowledged it and when"),
            Map.entry("service_clock", "times"),
            Map.entry("break_glass", "who read it in need and when"),
            Map.entry("access_request", "that somebody asked, and when"),
            Map.entry("amendment_request", "that somebody asked, and when"),
            Map.entry("disclosure", "the ledger, with its reasons (34 CFR 99.32)"));

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldExportEachTableOrSayWhyNot() throws SQLException {
        Set<String> spokenOf = new TreeSet<>(ExportedTables.QUERIES.keySet());
        spokenOf.addAll(ExportedTables.LEFT_OUT.keySet());

        assertThat(spokenOf).as("tables, and those that the export speaks of").isEqualTo(tables());
        assertThat(ExportedTables.QUERIES)
                .doesNotContainKeys(ExportedTables.LEFT_OUT.keySet().toArray(String[]::new));
        assertThat(ExportedTables.LEFT_OUT.values()).noneMatch(String::isBlank);
    }

    @Test
    void shouldPurgeEachTableOfTheRecordOrSayWhyNot() {
        Set<String> spokenOf = new TreeSet<>(EMPTIED);
        spokenOf.addAll(KEPT.keySet());

        assertThat(spokenOf).isEqualTo(new TreeSet<>(ExportedTables.QUERIES.keySet()));
        assertThat(EMPTIED).doesNotContainAnyElementsOf(KEPT.keySet());
    }

    @Test
    void shouldLeaveNoWordOfAPurgedReferral() throws SQLException {
        // Given
        Made made = everything();
        for (String table : EMPTIED) {
            assertThat(count(table, made, "true")).as(table).isPositive();
        }

        // When
        Sql.run(database, "update referral set closed_at = now() where id = '" + made.referral() + "'");
        Sql.run(
                database,
                "select set_config('footbridge.tenant', '" + DemoTokens.PRAIRIE_VIEW
                        + "', false); select purge_referral('" + made.referral() + "', now())");

        // Then
        for (String table : EMPTIED) {
            assertThat(count(table, made, "true")).as(table).isZero();
        }
        for (String table : tables()) {
            if (!Set.of("disclosure", "idempotency_key").contains(table)) {
                assertThat(count(table, made, "to_jsonb(t)::text like '%" + World.CANARY + "%'"))
                        .as(table)
                        .isZero();
            }
        }
        assertThat(count("disclosure", made, "true")).isPositive();
        assertThat(count("booked_time", made, "true")).isZero();
    }

    /** With words in every place that takes any. */
    private Made everything() {
        Made asked = mother.asked();
        Map<String, String> answer = Map.of("answer", "Since May, says " + World.CANARY);
        mother.step(demo.educator(), asked.referralPath(), "supply-info", answer, 200);
        mother.step(demo.coordinator(), asked.referralPath(), "triage", ReferralMother.triageForm(), 200);
        mother.file(asked);
        ConsentLinks links = new ConsentLinks(demo, database);
        links.ask(asked);
        links.sign(asked, "Somebody " + World.CANARY);
        Made made = mother.acceptedAfter(asked, "IDENTITY", "FEEDBACK", "ATTACHMENTS", "DESCRIPTION");
        post(made.sentPath() + "/messages", Map.of("text", "From the school, " + World.CANARY), true);
        String message = ReferralMother.post(
                        demo.agencyStaff(), made.placementPath() + "/messages", Map.of("text", World.CANARY), null)
                .path("id");
        ReferralMother.post(demo.coordinator(), made.sentPath() + "/messages/read", Map.of("upTo", message), null)
                .then()
                .statusCode(200);
        post(made.placementPath() + "/recommendations", Map.of("code", "OTHER", "text", World.CANARY), false);
        mother.attempt(made, ReferralMother.attemptForm(java.time.Duration.ZERO, "PHONE", "REACHED"), 201);
        Sql.run(database, """
                insert into placement_inquiry (id, tenant_id, agency_id, placement_id, body, actor_subject, happened_at)
                select gen_random_uuid(), tenant_id, agency_id, id, '%s', 'x', now() from placement where id = '%s'""".formatted(World.CANARY, made.placement()));
        Sql.run(database, """
                insert into placement_availability
                select gen_random_uuid(), tenant_id, agency_id, id, 'SCHOOL', '{"note": "%s"}', now(), 0
                from placement where id = '%s'""".formatted(World.CANARY, made.placement()));
        Map<String, Object> wrong = Map.of("request", "Not so, says " + World.CANARY, "referralId", made.referral());
        ReferralMother.post(demo.guardian(), "/api/v1/students/" + World.STUDENT + "/amendment-requests", wrong, null)
                .then()
                .statusCode(201);
        return made;
    }

    private void post(String path, Map<String, ?> body, boolean school) {
        ReferralMother.post(school ? demo.coordinator() : demo.agencyStaff(), path, body, null)
                .then()
                .statusCode(201);
    }

    private Set<String> tables() throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement();
                ResultSet rows = sql.executeQuery("select table_name from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Rows that name the referral, its placement, one of its consents or one of its visits. */
    private int count(String table, Made made, String condition) throws SQLException {
        String ids = """
                select string_agg(id::text, '|') from (
                    select '%1$s'::uuid as id union select '%2$s'::uuid
                    union select id from consent where referral_id = '%1$s'
                    union select id from appointment where placement_id = '%2$s') x""".formatted(made.referral(), made.placement());
        String query =
                "select count(*) from %s t where to_jsonb(t)::text ~ (%s) and %s".formatted(table, ids, condition);
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
