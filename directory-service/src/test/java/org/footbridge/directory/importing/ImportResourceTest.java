package org.footbridge.directory.importing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class ImportResourceTest {
    TestDatabase database;
    DemoTokens demo;

    @Test
    void shouldTakeTheDemoDirectoryOnceAndChangeNothingTheSecondTime() throws SQLException {
        // Given
        DemoDirectory.present(demo);
        long sequences = count("select sum(last) from aggregate_sequence");

        // When
        DemoDirectory.load(demo, DemoDirectory.text())

                // Then
                .statusCode(200)
                .body("organizations.unchanged", equalTo(17))
                .body("organizations.created", equalTo(0))
                .body("organizations.updated", equalTo(0))
                .body("services.unchanged", equalTo(50))
                .body("services.created", equalTo(0))
                .body("services.updated", equalTo(0))
                .body("capacities.created", equalTo(0))
                .body("capacities.updated", equalTo(0));
        assertThat(count("select sum(last) from aggregate_sequence")).isEqualTo(sequences);
        assertThat(count("select count(*) from services where labels <> ''")).isGreaterThanOrEqualTo(40);
    }

    @Test
    void shouldTakeOneOrganizationAndKeepMembersThatItDoesNotKnow() {
        // Given
        ObjectNode organization = organization();
        organization.put("x_unknown", "kept");

        // When
        DemoDirectory.load(demo, organization.toString()).statusCode(200).body("organizations.created", equalTo(1));

        // Then
        given().get("/hsds/organizations/{id}", organization.path("id").asText())
                .then()
                .statusCode(200)
                .body("x_unknown", equalTo("kept"));
    }

    @Test
    void shouldUpdateWhatChangedAndNothingElse() {
        // Given
        ObjectNode organization = organization();
        DemoDirectory.load(demo, "[" + organization + "]").statusCode(200);
        ((ObjectNode) organization.at("/services/0")).put("name", "Another name");

        // When
        DemoDirectory.load(demo, "[" + organization + "]")

                // Then
                .statusCode(200)
                .body("organizations.unchanged", equalTo(1))
                .body("services.updated", equalTo(1));
    }

    @Test
    void shouldNameEveryFaultAndApplyNothing() throws SQLException {
        // Given
        ObjectNode good = organization();
        ObjectNode bad = organization();
        bad.remove("description");
        ((ObjectNode) bad.at("/services/0")).put("status", "perhaps").put("email", "no address");

        // When
        DemoDirectory.load(demo, "{\"organizations\":[" + good + "," + bad + "]}")

                // Then
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/organizations/1/description",
                                "/organizations/1/services/0/status",
                                "/organizations/1/services/0/email"));
        assertThat(count("select count(*) from organizations where id = '"
                        + good.path("id").asText() + "'"))
                .isZero();
    }

    @Test
    void shouldRefuseWhatBreaksARule() {
        // Given
        ObjectNode organization = organization();
        organization.put("parent_organization_id", UUID.randomUUID().toString());
        ObjectNode service = (ObjectNode) organization.at("/services/0");
        service.put("minimum_age", 18).put("maximum_age", 6);
        service.withArray("service_at_locations")
                .addObject()
                .put("id", UUID.randomUUID().toString())
                .put("location_id", UUID.randomUUID().toString());

        // When
        DemoDirectory.load(demo, organization.toString())

                // Then
                .statusCode(422)
                .body("errors.code", hasItems("unknown-organization", "age-range", "unknown-location"))
                .body("errors.pointer", hasItem("/services/0/maximum_age"));
    }

    @Test
    void shouldTakeCoordinatesOffTheGlobeWithAWarning() {
        // Given
        ObjectNode organization = organization();
        organization
                .withArray("locations")
                .addObject()
                .put("id", UUID.randomUUID().toString())
                .put("location_type", "physical")
                .put("latitude", 100)
                .put("longitude", 101);

        // When
        DemoDirectory.load(demo, organization.toString())

                // Then
                .statusCode(200)
                .body("warnings.code", hasItem("off-the-globe"));
    }

    @Test
    void shouldRefuseWhatIsNoJson() {
        DemoDirectory.load(demo, "{\"organizations\":[").statusCode(400);
    }

    @Test
    void shouldRefuseAnEmptyDocument() {
        DemoDirectory.load(demo, "{}").statusCode(422).body("errors.pointer", hasItem("/organizations"));
    }

    @Test
    void shouldAskForAToken() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/directory/imports")
                .then()
                .statusCode(401);
    }

    @Test
    void shouldRefuseAgencies() {
        given().auth()
                .oauth2(demo.agencyStaff().sign())
                .contentType(ContentType.JSON)
                .body(DemoDirectory.text())
                .post("/api/v1/directory/imports")
                .then()
                .statusCode(403);
    }

    private long count(String query) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                ResultSet result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static ObjectNode organization() {
        ObjectNode organization = DemoDirectory.JSON
                .createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("name", "Test agency")
                .put("description", "Exists in tests only.");
        JsonNode service = DemoDirectory.JSON
                .createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("name", "Test service")
                .put("status", "inactive");
        organization.withArray("services").add(service);
        return organization;
    }
}
