package org.footbridge.directory.exporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.footbridge.directory.importing.Imports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DirectoryTest
class ExportTest {
    private static final String EXPORTS = "/api/v1/directory/exports/";

    TestDatabase database;
    DemoTokens demo;

    @ParameterizedTest
    @ValueSource(strings = {"hsds.json", "hsds.ndjson", "services.csv"})
    void shouldShowWhatIsNotPublicToThePlatformOnly(String file) throws SQLException {
        // Given
        String canary = "canary" + UUID.randomUUID();
        hidden(canary);

        // Then
        assertThat(export(demo.platformAdmin(), file)).contains(canary);
        assertThat(export(demo.districtAdmin(), file)).doesNotContain(canary);
        assertThat(export(demo.agencyStaff(), file)).doesNotContain(canary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hsds.json", "hsds.ndjson", "services.csv"})
    void shouldHideTheAddressOfAConfidentialSiteFromEverybodyButThePlatform(String file) {
        // Given
        String street = "Canary Street " + UUID.randomUUID();
        String location = """
                {"id": "l", "location_type": "physical", "latitude": 38.123456, "longitude": -97.654321,
                 "attributes": [{"id": "a", "link_type": "confidential", "value": "true"}],
                 "addresses": [{"id": "ad", "address_1": "%s", "city": "c", "state_province": "KS", "postal_code": "67401",
                                "country": "US", "address_type": "physical"}]}
                """.formatted(street);
        Imports.json(demo, Imports.source(demo), """
                {"id": "o", "name": "Shelter", "description": "d", "locations": [%s],
                 "services": [{"id": "s", "name": "Shelter", "status": "active",
                               "service_at_locations": [{"id": "p", "location": %s}]}]}
                """.formatted(location, location));

        // Then
        assertThat(export(demo.platformAdmin(), file)).contains(street);
        assertThat(export(demo.districtAdmin(), file)).doesNotContain(street).doesNotContain("38.123456");
        assertThat(export(demo.agencyStaff(), file)).doesNotContain(street).doesNotContain("38.123456");
    }

    @Test
    void shouldShowAnAgencyItsOwnHiddenServices() throws SQLException {
        // Given
        DemoDirectory.present(demo);
        show(DemoDirectory.OUTPATIENT, "entitled");

        // When
        try {
            assertThat(export(demo.agencyStaff(), "hsds.json")).contains(DemoDirectory.OUTPATIENT);
            assertThat(export(demo.otherAgencyStaff(), "hsds.json")).doesNotContain(DemoDirectory.OUTPATIENT);
        } finally {
            show(DemoDirectory.OUTPATIENT, "public");
        }
    }

    @Test
    void shouldRefuseGuardiansAndStrangers() {
        given().auth()
                .oauth2(demo.guardian().sign())
                .get(EXPORTS + "hsds.json")
                .then()
                .statusCode(403);
        given().get(EXPORTS + "hsds.zip").then().statusCode(401);
    }

    @Test
    void shouldSendAFileThatNobodyKeeps() {
        DemoDirectory.present(demo);
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .get(EXPORTS + "services.csv")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .header("Content-Disposition", containsString("services.csv"))
                .header("Cache-Control", containsString("no-store"));
    }

    private static String export(TokenBuilder who, String file) {
        return given().auth()
                .oauth2(who.sign())
                .get(EXPORTS + file)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private void hidden(String name) throws SQLException {
        String source = Imports.source(demo);
        Imports.json(demo, source, """
                {"id": "o", "name": "Open", "description": "d",
                 "services": [{"id": "s", "name": "%s", "status": "active"}]}
                """.formatted(name));
        show(Imports.id(demo, source, "service", "s"), "entitled");
    }

    private void show(String service, String visibility) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("update services set visibility = '" + visibility + "' where id = '" + service + "'");
        }
    }
}
