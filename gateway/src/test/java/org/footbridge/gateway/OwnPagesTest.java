package org.footbridge.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** What the door answers itself, to everybody. */
@QuarkusTest
@WithTestResource(GatewayWorld.class)
class OwnPagesTest {

    @Test
    void shouldSayWhomToCall() {
        Response answer = given().accept("*/*").get("/crisis");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.jsonPath().getList("lines.call")).contains("988", "911");
        assertThat(answer.jsonPath().getList("lines.text")).contains("988", "741741");
        assertThat(given().accept("text/html").get("/crisis").asString()).contains("tel:988");
    }

    @Test
    void shouldSayHowTheServicesAre() {
        Response answer = given().get("/health");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("status")).isEqualTo("DOWN");
        assertThat(answer.jsonPath().getMap("services"))
                .containsEntry("referral", "UP")
                .containsEntry("feedback", "DOWN");
    }

    @Test
    void shouldMergeTheDocumentsOfTheServices() {
        JsonPath document = given().get("/openapi.json").jsonPath();

        assertThat(document.getString("openapi")).isEqualTo("3.1.0");
        assertThat(document.getMap("paths")).containsOnlyKeys("/api/v1/referrals");
        assertThat(document.getString("components.schemas.Thing.type")).isEqualTo("object");
    }

    @Test
    void shouldListEveryProblem() {
        assertThat(given().get("/docs").asString()).contains("/openapi.json").contains("referral-service");
        assertThat(given().get("/docs/problems").asString())
                .contains("id=\"not-found\"")
                .contains("id=\"no-agreement\"")
                .contains("There is no agreement &lt;yet>.");
    }
}
