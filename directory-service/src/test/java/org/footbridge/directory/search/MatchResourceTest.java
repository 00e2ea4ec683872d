package org.footbridge.directory.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class MatchResourceTest {
    private static final String PATH = "/api/v1/directory/match";
    private static final String GAPS = "/api/v1/directory/gaps";
    private static final String FULL = "01980000-0000-7000-8000-0000005e000f";

    DemoTokens demo;

    @BeforeEach
    void directory() {
        DemoDirectory.present(demo);
    }

    @Test
    void shouldProposeWhereThereIsRoomFirst() {
        JsonPath found = match("{\"age\":12,\"language\":[\"es\"]}")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(found.<Map<String, Object>>getList("placements.capacity"))
                .isNotEmpty()
                .extracting(MatchResourceTest::rank)
                .isSorted();
        assertThat(found.getList("placements.agencyId")).doesNotContainNull();
        assertThat(found.<Object>get("gap")).isNull();
    }

    @Test
    void shouldSayWhyEachOtherIsLeftOut() {
        match("{\"age\":12,\"care\":[\"evaluation\"]}")
                .statusCode(200)
                .body("excluded.find { it.serviceId == '" + FULL + "' }.reasons", hasItem("full"));
        match("{\"age\":12}").statusCode(200).body("excluded.reasons.flatten()", hasItem("not-participating"));
        match("{\"age\":40}").statusCode(200).body("excluded.reasons.flatten()", hasItem("age"));
        match("{\"near\":\"39.83,-98.90\",\"within\":20,\"mode\":[\"in-person\"]}")
                .statusCode(200)
                .body("excluded.reasons.flatten()", hasItem("out-of-area"));
    }

    @Test
    void shouldNameTheGapAndKeepItForTheDistrict() {
        // When
        String need =
                "{\"age\":12.5,\"language\":[\"zu\"],\"insurance\":[\"medicaid\"],\"clinicianGender\":[\"female\"],"
                        + "\"maxWaitDays\":30,\"near\":\"39.83,-98.58\",\"within\":7,\"school\":[\"s-1\"]}";
        JsonPath first = onSundayNight(need);
        JsonPath again = onSundayNight(need);

        // Then
        String id = first.getString("gap.id");
        assertThat(again.getString("gap.id")).isEqualTo(id);
        given().auth()
                .oauth2(demo.districtAdmin().sign())
                .get(GAPS)
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + id + "' }.times", equalTo(2))
                .body("items.find { it.id == '" + id + "' }.codes.language", contains("zu"))
                .body("items.find { it.id == '" + id + "' }.codes.school", nullValue())
                .body("items.find { it.id == '" + id + "' }.criteria", not(hasItem("accepting")));
        given().auth()
                .oauth2(demo.otherDistrictAdmin().sign())
                .get(GAPS)
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
    }

    @Test
    void shouldTakeNoWordsAndNameAllFaults() {
        match("{\"q\":\"for Quillwort\"}").statusCode(400);
        match("{\"age\":300,\"cost\":[\"cheap\"],\"within\":3,\"limit\":0}")
                .statusCode(422)
                .body("errors.pointer", everyItem(notNullValue()));
        match("{\"age\":300,\"cost\":[\"cheap\"],\"within\":3}")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/age", "/cost", "/within"));
    }

    @Test
    void shouldServeDistrictsOnly() {
        given().contentType(ContentType.JSON).body("{}").post(PATH).then().statusCode(401);
        match(demo.agencyStaff(), "{}").statusCode(403);
        match(demo.guardian(), "{}").statusCode(403);
        given().get(GAPS).then().statusCode(401);
        given().auth().oauth2(demo.educator().sign()).get(GAPS).then().statusCode(403);
    }

    @Test
    void shouldPageThroughGaps() {
        onSundayNight("{\"age\":12,\"language\":[\"zu\"],\"within\":7,\"near\":\"39.83,-98.58\"}");
        onSundayNight("{\"age\":12,\"language\":[\"xh\"],\"within\":7,\"near\":\"39.83,-98.58\"}");
        JsonPath page = given().auth()
                .oauth2(demo.coordinator().sign())
                .get(GAPS + "?limit=1")
                .jsonPath();
        String second = given().auth()
                .oauth2(demo.coordinator().sign())
                .queryParam("cursor", page.getString("next"))
                .get(GAPS + "?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        assertThat(second).isNotNull().isNotEqualTo(page.getString("items[0].id"));
        given().auth()
                .oauth2(demo.otherDistrictCoordinator().sign())
                .queryParam("cursor", page.getString("next"))
                .get(GAPS)
                .then()
                .statusCode(400);
    }

    /** On Sunday nights, when no service of the demo is open. */
    private JsonPath onSundayNight(String need) {
        String hopeless = need.replaceFirst("\\{", "{\"open\":\"SU 02:00-03:00\",\"mode\":[\"in-person\"],");
        return match(hopeless)
                .statusCode(200)
                .body("gap.id", notNullValue())
                .extract()
                .jsonPath();
    }

    private static Integer rank(Map<String, Object> capacity) {
        List<String> order = List.of("HAS_CAPACITY", "ASSESSMENT_REQUIRED", "WAITLIST");
        int known = order.indexOf((String) capacity.get("status"));
        return known < 0 || (Boolean) capacity.get("stale") ? order.size() : known;
    }

    private ValidatableResponse match(String need) {
        return match(demo.coordinator(), need);
    }

    private static ValidatableResponse match(TokenBuilder who, String need) {
        return given().auth()
                .oauth2(who.sign())
                .contentType(ContentType.JSON)
                .body(need)
                .post(PATH)
                .then();
    }
}
