package org.footbridge.directory;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

/** What is not public is shown by no open operation (decision 13). */
@QuarkusTest
@DirectoryTest
class VisibilityTest {
    TestDatabase database;
    DemoTokens demo;

    @Test
    void shouldShowAServiceThatIsNotPublicNowhere() throws SQLException {
        // Given
        DemoDirectory.present(demo);
        String organization = UUID.randomUUID().toString();
        String service = UUID.randomUUID().toString();
        DemoDirectory.load(demo, document(organization, service).toString()).statusCode(200);
        given().get("/api/v1/directory/search?q=quasarword").then().body("items", hasSize(1));

        // When
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("update services set visibility = 'entitled' where id = '" + service + "'");
        }

        // Then
        given().get("/api/v1/directory/search?q=quasarword")
                .then()
                .statusCode(200)
                .body("items", empty());
        given().get("/api/v1/directory/services/{id}", service).then().statusCode(404);
        given().get("/api/v1/directory/services/{id}/capacity", service).then().statusCode(404);
        given().get("/hsds/services/{id}", service).then().statusCode(404);
        given().get("/hsds/services?search=quasarword").then().statusCode(200).body("contents", empty());
        given().get("/hsds/organizations/{id}?full_service=true", organization)
                .then()
                .statusCode(200)
                .body("services", empty());
        given().get("/hsds/services?format=ndjson").then().statusCode(200).body(not(containsString(service)));
        given().get("/hsds/service_at_locations?format=ndjson")
                .then()
                .statusCode(200)
                .body(not(containsString(service)));
    }

    private static ObjectNode document(String organization, String service) {
        ObjectNode document = DemoDirectory.JSON
                .createObjectNode()
                .put("id", organization)
                .put("name", "Hidden agency")
                .put("description", "Exists in tests only.");
        ObjectNode offered = document.withArray("services")
                .addObject()
                .put("id", service)
                .put("name", "Quasarword service")
                .put("status", "active");
        ObjectNode place = offered.withArray("service_at_locations").addObject();
        place.put("id", UUID.randomUUID().toString())
                .putObject("location")
                .put("id", UUID.randomUUID().toString())
                .put("location_type", "virtual");
        return document;
    }
}
