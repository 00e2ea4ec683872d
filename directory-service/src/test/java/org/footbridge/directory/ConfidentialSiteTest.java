package org.footbridge.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a confidential site is can be learnt from no open answer, neither by reading nor by searching. */
@QuarkusTest
@DirectoryTest
class ConfidentialSiteTest {
    private static final String ORGANIZATION = "01980000-0000-7000-8000-00000c0f0001";
    private static final String SERVICE = "01980000-0000-7000-8000-00000c0f0002";
    private static final String PLACE = "01980000-0000-7000-8000-00000c0f0003";
    private static final String LOCATION = "01980000-0000-7000-8000-00000c0f0004";
    private static final List<String> SECRETS = List.of(
            "Zanzibarlane",
            "Hidden House",
            "41.7171",
            "-99.3333",
            "00666",
            "Bus 77",
            "blue door",
            "0106-6600",
            "03:11",
            "ramp");

    DemoTokens demo;

    @BeforeEach
    void shelter() {
        DemoDirectory.load(demo, document().toString()).statusCode(200);
    }

    @Test
    void shouldHideTheAddressInEveryForm() {
        for (String path : List.of(
                "/hsds/services?full=true&per_page=500",
                "/hsds/services/" + SERVICE,
                "/hsds/services?format=ndjson&full=true",
                "/hsds/organizations?full=true&per_page=500",
                "/hsds/organizations/" + ORGANIZATION + "?full_service=true",
                "/hsds/organizations?format=ndjson&full_service=true",
                "/hsds/service_at_locations?full=true&per_page=500",
                "/hsds/service_at_locations?per_page=500",
                "/hsds/service_at_locations/" + PLACE,
                "/hsds/service_at_locations?format=ndjson&full=true",
                "/api/v1/directory/services/" + SERVICE,
                "/api/v1/directory/search?q=quivershelter&near=41.7171,-99.3333")) {
            String answer = given().get(path).then().statusCode(200).extract().asString();
            assertThat(answer).as(path).contains(SERVICE.substring(30)).doesNotContain(withoutEcho(path));
        }
        given().get("/hsds/service_at_locations/" + PLACE)
                .then()
                .statusCode(200)
                .body("location.id", equalTo(LOCATION))
                .body("location.addresses", nullValue());
    }

    @Test
    void shouldHideItWhicheverCopyIsMarked() {
        // Given
        ObjectNode document = document();
        JsonNode marked = document.at("/locations/0");
        ((ObjectNode) document.at("/services/0/service_at_locations/0")).set("location", marked.deepCopy());
        ((ObjectNode) marked).putArray("attributes");

        // When
        DemoDirectory.load(demo, document.toString()).statusCode(200);

        // Then
        shouldHideTheAddressInEveryForm();
        given().get("/api/v1/directory/search?q=quivershelter&accessibility=steep-ramp")
                .then()
                .statusCode(200)
                .body("items[0].unknown", hasItem("accessibility"));
    }

    @Test
    void shouldFindNothingByWhatIsHidden() {
        for (String word : List.of("Zanzibarlane", "\"Hidden House\"", "00666")) {
            given().queryParam("search", word)
                    .get("/hsds/services")
                    .then()
                    .statusCode(200)
                    .body("contents", empty());
            assertThat(found(Map.of("q", word))).doesNotContain(SERVICE);
        }
        given().get("/hsds/service_at_locations?postcode=00666")
                .then()
                .statusCode(200)
                .body("contents.id", not(hasItem(PLACE)));
    }

    @Test
    void shouldMeasureNoDistanceToIt() {
        Map<String, Object> there = Map.of("q", "quivershelter", "near", "41.7171,-99.3333", "within", "1");
        Map<String, Object> farAway = Map.of("q", "quivershelter", "near", "10,10", "within", "1");
        for (Map<String, Object> from : List.of(there, farAway)) {
            given().queryParams(from)
                    .get("/api/v1/directory/search")
                    .then()
                    .statusCode(200)
                    .body("items[0].serviceId", equalTo(SERVICE))
                    .body("items[0].distanceKm", nullValue())
                    .body("items[0].unknown", hasItem("distance"));
        }
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("text/csv")
                .body("country,postal_code,latitude,longitude\nUS,00667,41.7171,-99.3333\n")
                .post("/api/v1/directory/postal-codes")
                .then()
                .statusCode(200);
        given().get("/hsds/service_at_locations?postcode=00667&proximity=10000")
                .then()
                .statusCode(200)
                .body("contents.id", not(hasItem(PLACE)));
    }

    private static List<String> found(Map<String, Object> terms) {
        return given().queryParams(terms).get("/api/v1/directory/search").path("items.serviceId");
    }

    private static String[] withoutEcho(String path) {
        return SECRETS.stream().filter(secret -> !path.contains(secret)).toArray(String[]::new);
    }

    private static ObjectNode document() {
        ObjectNode document = DemoDirectory.JSON
                .createObjectNode()
                .put("id", ORGANIZATION)
                .put("name", "Quivershelter agency")
                .put("description", "Exists in tests only.");
        document.withArray("locations").add(location());
        ObjectNode change = document.withArray("metadata").addObject();
        change.put("id", "01980000-0000-7000-8000-00000c0f0010")
                .put("resource_id", LOCATION)
                .put("resource_type", "location")
                .put("last_action_date", "2026-01-01")
                .put("last_action_type", "update")
                .put("field_name", "name")
                .put("previous_value", "Zanzibarlane")
                .put("replacement_value", "Hidden House")
                .put("updated_by", "nobody");
        ObjectNode service = document.withArray("services")
                .addObject()
                .put("id", SERVICE)
                .put("name", "Quivershelter for families")
                .put("status", "active");
        ObjectNode place = service.withArray("service_at_locations")
                .addObject()
                .put("id", PLACE)
                .put("description", "The blue door");
        reachable(place);
        // another copy that does not say that the site is confidential
        ObjectNode copy = location();
        copy.putArray("attributes");
        place.set("location", copy);
        return document;
    }

    private static void reachable(ObjectNode place) {
        place.withArray("phones")
                .addObject()
                .put("id", "01980000-0000-7000-8000-00000c0f0007")
                .put("number", "(555) 0106-6600");
        place.withArray("schedules")
                .addObject()
                .put("id", "01980000-0000-7000-8000-00000c0f0008")
                .put("freq", "WEEKLY")
                .put("byday", "SU")
                .put("opens_at", "03:11")
                .put("closes_at", "03:12");
    }

    private static ObjectNode location() {
        ObjectNode location = DemoDirectory.JSON
                .createObjectNode()
                .put("id", LOCATION)
                .put("location_type", "physical")
                .put("name", "Hidden House")
                .put("transportation", "Bus 77")
                .put("latitude", 41.7171)
                .put("longitude", -99.3333);
        location.withArray("addresses")
                .addObject()
                .put("id", "01980000-0000-7000-8000-00000c0f0005")
                .put("address_1", "1 Zanzibarlane")
                .put("city", "Prairie View")
                .put("state_province", "NP")
                .put("postal_code", "00666")
                .put("country", "US")
                .put("address_type", "physical");
        location.withArray("accessibility")
                .addObject()
                .put("id", "01980000-0000-7000-8000-00000c0f0009")
                .put("description", "Steep ramp");
        location.withArray("attributes")
                .addObject()
                .put("id", "01980000-0000-7000-8000-00000c0f0006")
                .put("link_type", "confidential")
                .put("value", "true");
        return location;
    }
}
