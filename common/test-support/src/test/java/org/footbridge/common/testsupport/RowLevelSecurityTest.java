package org.footbridge.common.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of leak is planted once and must be found. */
class RowLevelSecurityTest {

    private static final String GUARD =
            "alter table %1$s enable row level security; alter table %1$s force row level security;";
    private static final String OWN_DISTRICT =
            "create policy own on %s using (tenant_id = nullif(current_setting('footbridge.tenant', true), '')::uuid)";
    private static final String OWN_PLACEMENT = "create policy sent on %s using"
            + " (agency_id = nullif(current_setting('footbridge.agency', true), '')::uuid)";

    private TestDatabase database;

    @BeforeEach
    void migrate() throws SQLException {
        SharedServers servers = SharedServers.get();
        String name = "rls_" + UUID.randomUUID().toString().substring(0, 8);
        Provisioning provisioning = new Provisioning(name, name, "owner", "app", List.of());
        provisioning.apply(servers.superuser());
        database = new TestDatabase(servers.superuser().address(), provisioning, servers.superuser());
        asOwner("create table referral (tenant_id uuid)");
        asOwner("create table placement (tenant_id uuid, agency_id uuid)");
        asOwner("create table public_fact (id uuid)");
        asOwner(GUARD.formatted("referral"), OWN_DISTRICT.formatted("referral"));
        asOwner(
                GUARD.formatted("placement"),
                OWN_DISTRICT.formatted("placement"),
                OWN_PLACEMENT.formatted("placement"));
        for (UUID district : List.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.EASTFIELD)) {
            asSuperuser("insert into referral values ('%s')".formatted(district));
            for (UUID agency : List.of(DemoTokens.HARBOR_LIGHT, DemoTokens.CEDAR_PATH)) {
                asSuperuser("insert into placement values ('%s', '%s')".formatted(district, agency));
            }
        }
    }

    @AfterEach
    void remove() {
        database.provisioning().remove(database.superuser());
    }

    @Test
    void shouldPassADatabaseThatHidesEverythingForeign() {
        assertThatCode(() -> security().check()).doesNotThrowAnyException();
    }

    @Test
    void shouldFindATableThatNobodyGuarded() throws SQLException {
        asOwner("create table student (tenant_id uuid)");
        assertFault("student: no row-level security, and not on the reviewed list");
    }

    @Test
    void shouldFindATableWhoseOwnerIsNotBound() throws SQLException {
        asOwner("alter table referral no force row level security");
        assertFault("referral: row-level security is not forced, so it does not bind the owner");
    }

    @Test
    void shouldFindATableWithoutAPolicy() throws SQLException {
        asOwner("drop policy own on referral");
        assertFault("referral: has no policy");
    }

    @Test
    void shouldFindAPolicyThatShowsForeignRows() throws SQLException {
        asOwner("create policy all_of_it on referral using (true)");
        assertThat(security().faults())
                .contains(
                        "referral: TENANT " + DemoTokens.PRAIRIE_VIEW
                                + " sees 1 rows of 1, and 1 that are none of theirs",
                        "referral: AGENCY " + DemoTokens.HARBOR_LIGHT
                                + " sees 0 rows of 0, and 2 that are none of theirs",
                        "referral: NOBODY sees 0 rows of 0, and 2 that are none of theirs",
                        "referral: PLATFORM sees 0 rows of 0, and 2 that are none of theirs");
    }

    @Test
    void shouldFindAPolicyThatHidesOwnRows() throws SQLException {
        asOwner("drop policy sent on placement");
        assertFault("placement: AGENCY " + DemoTokens.CEDAR_PATH + " sees 0 rows of 2, and 0 that are none of theirs");
    }

    @Test
    void shouldNotBelieveATableWithoutRows() throws SQLException {
        asSuperuser("delete from referral where tenant_id = '" + DemoTokens.EASTFIELD + "'");
        assertFault(
                "referral: no row that TENANT " + DemoTokens.EASTFIELD + " may see, so nothing is proven; plant one");
    }

    @Test
    void shouldAskWhatATenantSeesOfATableWithoutTenant() throws SQLException {
        asOwner("create table school_year (id uuid);" + GUARD.formatted("school_year"));
        assertFault("school_year: has no tenant_id; say what a TENANT sees of it");
    }

    @Test
    void shouldFindAReviewThatIsOutOfDateAndARoleThatMayTooMuch() throws SQLException {
        // Given
        asSuperuser("alter role %s bypassrls".formatted(database.provisioning().app()));
        RowLevelSecurity security = security().reviewed("referral", "was public once");

        // Then
        assertThatThrownBy(security::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("referral: stands on the reviewed list although it has row-level security")
                .hasMessageContaining(database.provisioning().app() + ": bypasses row-level security");
    }

    @Test
    void shouldKnowTheTablesThatAllServicesHave() throws Exception {
        // Given
        asOwner(
                script("persistence/src/main/resources/db/persistence"),
                script("messaging/src/main/resources/db/messaging"));

        // When
        List<String> faults = RowLevelSecurity.of(database)
                .withCommonTables()
                .reviewed("public_fact", "open to all")
                .agencySees("placement", "agency_id = :caller")
                .faults();

        // Then
        assertThat(faults).isEmpty();
    }

    private RowLevelSecurity security() {
        return RowLevelSecurity.of(database)
                .reviewed("public_fact", "open to all")
                .agencySees("placement", "agency_id = :caller");
    }

    private void assertFault(String fault) throws SQLException {
        assertThat(security().faults()).contains(fault);
    }

    private void asOwner(String... statements) throws SQLException {
        try (Connection connection = database.connectAsOwner()) {
            execute(connection, statements);
        }
    }

    private void asSuperuser(String... statements) throws SQLException {
        try (Connection connection = database.connectAsSuperuser()) {
            execute(connection, statements);
        }
    }

    private static String script(String folder) throws IOException {
        Path scripts = Path.of(System.getProperty("footbridge.root"), "common").resolve(folder);
        try (Stream<Path> files = Files.list(scripts)) {
            List<Path> inOrder = files.sorted().toList();
            StringBuilder sql = new StringBuilder();
            for (Path file : inOrder) {
                sql.append(Files.readString(file));
            }
            return sql.toString();
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
