package org.footbridge.referral;

import io.quarkus.test.junit.QuarkusTest;
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
    private static final List<String> OF_AGENCIES =
            List.of("placement", "appointment", "disclosed_record", "placement_inquiry", "contact_attempt");

    private static final List<String> OF_THE_SCHOOL = List.of(
            "account_link",
            "roster_import",
            "referral",
            "referral_draft",
            "referral_inquiry",
            "consent",
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
                .reviewed("roster_import_queue", "ids and leases of waiting work (decision 15)")
                .reviewed("referral_tenant", "which tenant a referral's number and id belong to")
                .reviewed("provider_organization", "a copy of the public directory")
                .reviewed("provider_service", "a copy of the public directory")
                .tenantSees("district", "id = :caller")
                .platformSees("district", "true")
                .platformSees("school_holiday", "true")
                .platformSees("agreement", "true")
                .everybodySees("agency_account", "true");
        for (UUID district : List.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.EASTFIELD)) {
            security.plant("insert into school_holiday values ('" + district
                    + "', '2026-12-25', 'Christmas') on conflict do nothing");
            security.plant("insert into service_level_plan values ('" + district
                    + "', '{\"limits\":{}}', now(), 0) on conflict do nothing");
        }
        OF_THE_SCHOOL.forEach(table -> security.plant(copy(table)));
        OF_AGENCIES.forEach(table -> security.plant(copy(table)).agencySees(table, "agency_id = :caller"));
        security.check();
    }

    /** Leaves a row of Prairie View and Harbor Light in each table. */
    private void playEverything() {
        ReferralMother mother = new ReferralMother(demo);
        mother.draft();
        mother.asked();
        Made made = mother.agencyAsked();
        mother.attempt(mother.scheduled(), ReferralMother.attemptForm(Duration.ZERO, "PHONE", "REACHED"), 201);
        ReferralMother.get(demo.agencyStaff(), made.placementPath()).then().statusCode(200);
    }

    /** A row of Prairie View and Harbor Light once more, as one of Eastfield and Cedar Path. */
    private static String copy(String table) {
        Map<String, String> others = Map.of(
                "id", "gen_random_uuid()",
                "tenant_id", "'" + DemoTokens.EASTFIELD + "'",
                "agency_id", "'" + DemoTokens.CEDAR_PATH + "'",
                "recipient_agency_id", "'" + DemoTokens.CEDAR_PATH + "'",
                // free of the rule that a placement's versions differ
                "record_version", "99");
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
