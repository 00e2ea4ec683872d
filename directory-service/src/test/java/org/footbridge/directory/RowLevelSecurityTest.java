package org.footbridge.directory;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.RowLevelSecurity;
import org.footbridge.common.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

/** The directory is global (decision 13): each of its tables is on the reviewed list, and a new one must be put there or get a policy. */
@QuarkusTest
@DirectoryTest
class RowLevelSecurityTest {
    TestDatabase database;

    @Test
    void shouldHaveAPolicyOrAReasonForEveryTable() throws SQLException {
        RowLevelSecurity.of(database)
                .withCommonTables()
                .reviewed("taxonomies", "public by nature")
                .reviewed("taxonomy_terms", "public by nature")
                .reviewed(
                        "organizations", "global; what is not public is left out by visibility in every query and view")
                .reviewed("locations", "global; read only through public organizations and services")
                .reviewed("services", "global; what is not public is left out by visibility in every query and view")
                .reviewed("service_at_locations", "global; read only through public services")
                .reviewed("service_capacities", "public; written only by the service's own agency, see CapacityService")
                .reviewed("search_entries", "global; made from services and read with the same visibility")
                .reviewed("search_places", "global; read only through search entries")
                .reviewed("search_hours", "global; read only through search entries")
                .reviewed("search_words", "words of public entries")
                .reviewed("placement_facts", "times of placements without tenant, school or person; shown from ten on")
                .reviewed("postal_codes", "public by nature")
                .reviewed("empty_searches", "counts of codes, without anybody's words, place or tenant")
                .reviewed("crisis_lines", "public by nature")
                .reviewed("work_queue", "ids and times of what has to be done (decision 15)")
                .reviewed("import_sources", "the platform's; reached by its administrators only")
                .reviewed("import_runs", "the platform's; reached by its administrators only")
                .reviewed("import_ids", "the platform's; reached by its administrators only")
                .reviewed("loose_records", "given out by the platform administrator's export only")
                .reviewed("service_verifications", "public; written only by the service's own agency or the platform")
                .reviewed("suggestions", "read and decided by the service's own agency or the platform, see Entries")
                .reviewed("record_aliases", "public by nature")
                .reviewed("duplicate_dismissals", "reached by the platform's administrators only")
                .agencySees("contact_requests", "agency_id = :caller")
                .tenantSees("contact_requests", "false")
                .plant(gap(DemoTokens.PRAIRIE_VIEW))
                .plant(gap(DemoTokens.EASTFIELD))
                .plant(contact(DemoTokens.HARBOR_LIGHT))
                .plant(contact(DemoTokens.CEDAR_PATH))
                .check();
    }

    private static String gap(UUID tenant) {
        return "insert into gaps (id, tenant_id, day, criteria, decisive, codes, last_found_at, times)"
                + " values (gen_random_uuid(), '%s', current_date, 'c', 'd', '{}', now(), 1)".formatted(tenant);
    }

    private static String contact(UUID agency) {
        return "insert into contact_requests (id, agency_id, service_id, state, received_at)"
                + " values (gen_random_uuid(), '%s', gen_random_uuid(), 'NEW', now())".formatted(agency);
    }
}
