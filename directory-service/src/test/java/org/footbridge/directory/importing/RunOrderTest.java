package org.footbridge.directory.importing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class RunOrderTest {
    private static final String ORGANIZATION =
            "{\"id\":\"%s\",\"name\":\"%s\",\"description\":\"d\",\"locations\":[]}\n";
    private static final String LOCATION =
            "{\"id\":\"%s\",\"location_type\":\"virtual\",\"name\":\"%s\",\"phones\":[]}\n";

    TestDatabase database;
    DemoTokens demo;

    private final String organization = UUID.randomUUID().toString();
    private final String location = UUID.randomUUID().toString();

    @Test
    void shouldApplyTheFilesOfASourceInTheOrderInWhichTheyCameIn() throws SQLException {
        // Given
        String source = Imports.source(demo, true);
        String other = Imports.source(demo);
        Imports.ended(demo, send(source, ORGANIZATION.formatted(organization, "Before")));
        String first;
        String second;
        try (Connection connection = database.connectAsSuperuser();
                Statement slow = connection.createStatement()) {
            connection.setAutoCommit(false);
            slow.execute("select from organizations where id = '" + organization + "' for update");

            // When
            first = send(source, ORGANIZATION.formatted(organization, "After") + LOCATION.formatted(location, "First"));
            second = send(source, LOCATION.formatted(location, "Second"));
            Imports.ended(demo, send(other, ORGANIZATION.formatted(UUID.randomUUID(), "Of another source")));
            connection.rollback();
        }

        // Then
        assertThat(Imports.ended(demo, first).getString("state")).isEqualTo("APPLIED");
        assertThat(Imports.ended(demo, second).getString("state")).isEqualTo("APPLIED");
        assertThat(name()).isEqualTo("Second");
    }

    private String send(String source, String lines) {
        return given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("application/x-ndjson")
                .body(lines.getBytes(UTF_8))
                .post(Imports.RUNS, source)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private String name() throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select document ->> 'name' from locations where id = '" + location + "'")) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
