package org.footbridge.common.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    private static final Provisioning REFERRAL =
            new Provisioning("referral", "referral", "owner-secret", "app-secret", List.of("earthdistance"));

    @TempDir
    Path directory;

    @Test
    void shouldKeepDataAcrossACrashAndAnOrderlyRestart() throws SQLException {
        // Given
        PostgresServer server =
                PostgresServer.builder().dataDirectory(directory.resolve("pg")).build();
        try (server) {
            server.start();
            long firstPid = server.pid();
            REFERRAL.apply(server.superuser());
            asOwner(server, "create table school (name text)", "insert into school values ('Prairie View')");

            // When
            server.kill();
            assertThat(server.isAlive()).isFalse();
            assertThat(server.isHealthy()).isFalse();
            server.start();
            server.close();
            server.start();

            // Then
            assertThat(server.pid()).isNotEqualTo(firstPid);
            assertThat(asApp(server, "select name from school")).isEqualTo("Prairie View");
        }
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void shouldProvisionRolesThatOwnNothingMoreThanTheyNeed() throws SQLException {
        // Given
        try (PostgresServer server =
                PostgresServer.builder().setting("fsync", "off").build()) {
            server.start();

            // When
            REFERRAL.apply(server.superuser());
            REFERRAL.apply(server.superuser());

            // Then
            asOwner(server, "create table school (name text)", "insert into school values ('x')");
            assertThat(asApp(server, "select name from school")).isEqualTo("x");
            assertThatThrownBy(() -> asApp(server, "drop table school")).hasMessageContaining("must be owner");
            assertThatThrownBy(() -> asApp(server, "create table t (id int)"))
                    .hasMessageContaining("permission denied");
            assertThat(asApp(server, "select rolbypassrls or rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThatThrownBy(() -> Jdbc.connect(server.jdbcUrl("referral"), "referral_app", "wrong"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void shouldSayInOneLineThatThePortIsTaken() {
        // Given
        try (PostgresServer first = PostgresServer.builder().build()) {
            first.start();
            int port = Integer.parseInt(first.address().split(":")[1]);
            try (PostgresServer second = PostgresServer.builder().port(port).build()) {
                // When / Then
                assertThatThrownBy(second::start)
                        .isInstanceOf(ServerStartException.class)
                        .hasMessage("postgres: port " + port + " is taken");
                assertThat(second.isAlive()).isFalse();
            }
        }
    }

    @Test
    void shouldRefuseDataThatAnotherServerUses() {
        // Given
        Path data = directory.resolve("pg");
        try (PostgresServer first = PostgresServer.builder().dataDirectory(data).build();
                PostgresServer second =
                        PostgresServer.builder().dataDirectory(data).build()) {
            first.start();

            // When / Then
            assertThatThrownBy(second::start).hasMessageContaining("already runs on " + data);
        }
    }

    @Test
    void shouldTellTheServersLastWordsWhenItDiesWhileStarting() {
        // Given
        try (PostgresServer server =
                PostgresServer.builder().setting("shared_buffers", "nonsense").build()) {
            // When / Then
            assertThatThrownBy(server::start)
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining("postgres died while starting")
                    .hasMessageContaining("shared_buffers");
        }
    }

    private static void asOwner(PostgresServer server, String... statements) throws SQLException {
        try (Connection connection = Jdbc.connect(server.jdbcUrl("referral"), "referral_owner", "owner-secret");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String asApp(PostgresServer server, String query) throws SQLException {
        try (Connection connection = Jdbc.connect(server.jdbcUrl("referral"), "referral_app", "app-secret");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
