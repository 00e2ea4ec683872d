package org.footbridge.directory.importing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Collectors;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service has changed where its places have, although its own words are the same. */
@QuarkusTest
@DirectoryTest
class PlaceVersionTest {
    private static final String RECORD = "/api/v1/directory/services/{id}/record";
    private static final String PLACE = """
            {"id":"%2$s","phones":[{"id":"%3$s","number":"555-0100"}],"schedules":[{"id":"%4$s","opens_at":"09:00Z"}],
             "location":{"id":"%5$s","location_type":"virtual","name":"The old hall"}}""";
    private static final String FILE = """
            {"id":"%1$s","name":"Placed agency","description":"d",
             "services":[{"id":"%6$s","name":"Placed service","status":"active","service_at_locations":[""" + PLACE + "]}]}";

    TestDatabase database;
    DemoTokens demo;

    private final String organization = UUID.randomUUID().toString();
    private final String service = UUID.randomUUID().toString();
    private final String file = FILE.formatted(
            organization, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), service);

    @ParameterizedTest
    @CsvSource({"555-0100,555-0199", "09:00Z,10:30Z", "The old hall,The new hall"})
    void shouldTellAnEditorThatOnlyAPlaceHasChanged(String before, String after) throws SQLException {
        // Given
        DemoDirectory.load(demo, file).statusCode(200);
        Response read = admin().get(RECORD, service);
        execute("update services set last_modified = '2020-01-01T00:00:00Z' where id = '" + service + "'");
        long told = told();

        // When
        DemoDirectory.load(demo, file.replace(before, after)).statusCode(200);

        // Then
        admin().header("If-Match", read.header("ETag"))
                .body(read.asString())
                .put(RECORD, service)
                .then()
                .statusCode(412);
        given().get("/hsds/services/{id}", service).then().body("last_modified", startsWith("2026"));
        assertThat(told()).isEqualTo(told + 1);
    }

    @Test
    void shouldTellAnEditorThatAPlaceIsGone() {
        DemoDirectory.load(demo, file).statusCode(200);
        Response read = admin().get(RECORD, service);
        String without = file.substring(0, file.indexOf("{\"id\"", file.indexOf("service_at_locations"))) + "]}]}";
        DemoDirectory.load(demo, without).statusCode(200);
        admin().header("If-Match", read.header("ETag"))
                .body(read.asString())
                .put(RECORD, service)
                .then()
                .statusCode(412);
        given().get("/hsds/services/{id}", service).then().body("service_at_locations", empty());
    }

    @Test
    void shouldLeaveAServiceAloneWhoseFileIsTheSame() throws SQLException {
        // Given
        DemoDirectory.load(demo, file).statusCode(200);
        String tag = admin().get(RECORD, service).header("ETag");
        long told = told();

        // When
        DemoDirectory.load(demo, file).statusCode(200);

        // Then
        assertThat(admin().get(RECORD, service).header("ETag")).isEqualTo(tag);
        assertThat(told()).isEqualTo(told);
    }

    @Test
    void shouldFindNothingNewInItsOwnExport() {
        // Given
        DemoDirectory.present(demo);
        DemoDirectory.load(demo, file).statusCode(200);
        byte[] lines = admin().get("/api/v1/directory/exports/hsds.ndjson")
                .asString()
                .lines()
                .filter(line -> line.contains(organization) || line.contains(DemoDirectory.OUTPATIENT))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);

        // When
        JsonPath run = Imports.run(demo, Imports.source(demo, true), "application/x-ndjson", lines);

        // Then
        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("APPLIED");
        for (String kind :
                new String[] {"organizations", "services", "locations", "serviceAtLocations", "capacities"}) {
            assertThat(run.getInt("counts." + kind + ".created")).as(kind).isZero();
            assertThat(run.getInt("counts." + kind + ".updated")).as(kind).isZero();
        }
        assertThat(run.getInt("counts.serviceAtLocations.unchanged")).isPositive();
    }

    private RequestSpecification admin() {
        return given().auth().oauth2(demo.platformAdmin().sign()).contentType(ContentType.JSON);
    }

    private long told() throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select last from aggregate_sequence where subject = '" + service + "'")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
