package org.footbridge.directory;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
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
                .reviewed("crisis_lines", "public by nature")
                .check();
    }
}
