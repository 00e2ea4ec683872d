package org.footbridge.notification.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.events.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueTest {
    private static final String PATH = "/api/v1/webhooks/event-types";

    @Test
    void shouldListEveryTypeThatAnEndpointMayWantToAnybody() {
        // Given
        List<String> wanted = Arrays.stream(EventType.values())
                .filter(type -> type.topic() == Topic.REFERRAL && type.payload() == ReferralSnapshot.class
                        || type == EventType.CONTACT_REQUESTED
                        || type == EventType.VERIFICATION_DUE)
                .map(EventType::publicName)
                .toList();

        // Then
        given().get(PATH)
                .then()
                .statusCode(200)
                .body("items.type", equalTo(wanted))
                .body("items.find { it.type == 'referral.sent.v1' }.families", hasItems("*", "referral.*"))
                .body("items.type", not(hasItem("roster.staff_changed.v1")));
    }

    @Test
    void shouldGiveEachTypeAnExampleThatSatisfiesItsSchema() throws Exception {
        // Given
        JsonNode items =
                new ObjectMapper().readTree(given().get(PATH).asString()).get("items");

        // When
        SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

        // Then
        for (JsonNode item : items) {
            for (String body : List.of("agencyBody", "districtBody")) {
                JsonNode schema = item.get(body);
                if (schema == null) {
                    assertThat(item.get("type").asText()).startsWith("directory.");
                    continue;
                }
                JsonNode example = schema.at("/examples/0");
                assertThat(example.path("type").asText())
                        .isEqualTo(item.get("type").asText());
                assertThat(schemas.getSchema(schema.toString(), InputFormat.JSON)
                                .validate(example.toString(), InputFormat.JSON))
                        .isEmpty();
                assertThat(schemas.getSchema(schema.toString(), InputFormat.JSON)
                                .validate("{\"type\":\"other.v1\"}", InputFormat.JSON))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void shouldReadOneTypeAndKnowNoOther() {
        given().get(PATH + "/referral.accepted.v1")
                .then()
                .statusCode(200)
                .body("type", equalTo("referral.accepted.v1"))
                .body("event.'$id'", containsString("referral.accepted.v1"));
        given().get(PATH + "/referral.sold.v1").then().statusCode(404);
        given().get(PATH + "/roster.staff_changed.v1").then().statusCode(404);
    }

    @Test
    void shouldServeTheBusAsAsyncApi() {
        given().get("/api/v1/webhooks/asyncapi")
                .then()
                .statusCode(200)
                .body("asyncapi", equalTo("3.0.0"))
                .body("components.messages.'referral.sent.v1'.name", equalTo("org.footbridge.referral.sent.v1"));
    }
}
