package org.footbridge.directory.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class SearchResourceTest {
    private static final String PATH = "/api/v1/directory/search";
    private static final String ADULTS_ONLY = "01980000-0000-7000-8000-0000005e000b"; // 17 to 25
    private static final String FULL = "01980000-0000-7000-8000-0000005e000f"; // psychological evaluation, no capacity
    private static final String MOBILE_CRISIS =
            "01980000-0000-7000-8000-0000005e000d"; // nobody said whether it has room

    DemoTokens demo;

    @BeforeEach
    void directory() {
        DemoDirectory.present(demo);
    }

    @Test
    void shouldFindAServiceThatFitsInEveryRespect() {
        JsonPath found = search(
                        Map.of("age", "12", "language", "es", "insurance", "MEDICAID", "capacity", "HAS_CAPACITY"))
                .statusCode(200)
                .body("items.serviceId", hasItem("01980000-0000-7000-8000-0000005e0002"))
                .body("items[0].matched", contains("age", "language", "insurance", "capacity"))
                .body("items[0].unknown", equalTo(List.of()))
                .extract()
                .jsonPath();
        assertThat(found.getList("items.organizationId")).contains(DemoDirectory.HARBOR_LIGHT);
    }

    @Test
    void shouldPutWhatIsUnknownBehindWhatFits() {
        List<List<String>> unknown = search(
                        Map.of("age", "12", "language", "es", "insurance", "medicaid", "capacity", "true"))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.unknown");
        List<Integer> sizes = unknown.stream().map(List::size).toList();
        assertThat(sizes).isSorted().contains(0).contains(1);
    }

    @Test
    void shouldLeaveOutTheWrongAge() {
        List<String> ids = ids(Map.of("age", "9"));
        assertThat(ids).contains(DemoDirectory.OUTPATIENT).doesNotContain(ADULTS_ONLY);
        assertThat(ids(Map.of("age", "18.5"))).contains(DemoDirectory.OUTPATIENT, ADULTS_ONLY);
        assertThat(ids(Map.of("age", "19"))).doesNotContain(DemoDirectory.OUTPATIENT);
    }

    @Test
    void shouldKeepServicesWhoseAgesAreUnknown() {
        search(Map.of("age", "9"))
                .statusCode(200)
                .body("items.find { it.serviceId == '" + MOBILE_CRISIS + "' }.unknown", contains("age"));
    }

    @Test
    void shouldFindALanguageAndThoseThatWorkWithInterpreters() {
        JsonPath found =
                search(Map.of("language", "vi")).statusCode(200).extract().jsonPath();
        assertThat(found.getList("items.name"))
                .contains("Individual counseling for youth")
                .doesNotContain("Play therapy");
        assertThat(found.<List<String>>get("items.find { it.serviceId == '" + MOBILE_CRISIS + "' }.unknown"))
                .containsExactly("language");
    }

    @Test
    void shouldTakeARegionAndSeveralLanguages() {
        assertThat(ids(Map.of("language", List.of("vi-VN", "so"))))
                .containsAll(ids(Map.of("language", "so")))
                .containsAll(ids(Map.of("language", "vi")));
    }

    @Test
    void shouldServeTheUninsuredWhereItIsFreeOrByIncome() {
        search(Map.of("insurance", "none"))
                .statusCode(200)
                .body("items.findAll { it.matched }.insurance.flatten().unique()", hasItems("none", "sliding"))
                .body("items.name", not(hasItem("Eating concerns clinic")));
    }

    @Test
    void shouldLeaveOutWhatIsKnownToBeFull() {
        List<String> ids = ids(Map.of("capacity", "HAS_CAPACITY"));
        assertThat(ids).doesNotContain(FULL).contains(DemoDirectory.PLAY_THERAPY, MOBILE_CRISIS);
        assertThat(ids(Map.of())).contains(FULL);
    }

    @Test
    void shouldNotBelieveAStaleCapacity() {
        search(Map.of("capacity", "true", "q", "changing families"))
                .statusCode(200)
                .body("items[0].capacity.status", equalTo("WAITLIST"))
                .body("items[0].capacity.stale", equalTo(true))
                .body("items[0].unknown", contains("capacity"));
    }

    @Test
    void shouldSearchWordsOfServicesAndOrganizations() {
        search(Map.of("q", "grief"))
                .statusCode(200)
                .body("items.organizationName", hasItem("The Lantern Grief Center"));
        search(Map.of("q", "Lantern"))
                .statusCode(200)
                .body("items.organizationName", everyItem(equalTo("The Lantern Grief Center")));
        search(Map.of("q", "zzqqxxyy"))
                .statusCode(200)
                .body("items", equalTo(List.of()))
                .body("next", nullValue());
    }

    @Test
    void shouldPutTheNearestFirst() {
        List<Float> distances = search(Map.of("near", "39.8291,-98.5812"))
                .statusCode(200)
                .body("items[0].distanceKm", equalTo(0.0f))
                .extract()
                .jsonPath()
                .getList("items.distanceKm");
        List<Float> known =
                distances.stream().filter(distance -> distance != null).toList();
        assertThat(known).isSorted().hasSizeGreaterThan(30);
        assertThat(distances.subList(0, known.size())).doesNotContainNull();
    }

    @Test
    void shouldNameTheAgencyThatAnswersForAServicesOrganization() {
        given().get("/api/v1/directory/services/{id}", DemoDirectory.PLAY_THERAPY)
                .then()
                .statusCode(200)
                .body("organizationId", equalTo(DemoDirectory.HARBOR_LIGHT_CHILDREN))
                .body("agencyId", equalTo(DemoDirectory.HARBOR_LIGHT))
                .body("ages.minimum", equalTo(3))
                .body("ages.maximum", equalTo(11));
        search(Map.of("q", "Lantern")).statusCode(200).body("items.agencyId", everyItem(nullValue()));
        given().get("/api/v1/directory/services/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void shouldPageThroughEverythingOnce() {
        // Given
        Map<String, Object> terms = Map.of("age", "12", "near", "39.82,-98.57", "q", "counseling or group");
        List<String> whole = ids(terms);

        // When
        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = given().queryParams(terms)
                    .queryParam("limit", 3)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get(PATH)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            paged.addAll(page.getList("items.serviceId"));
            cursor = page.getString("next");
        } while (cursor != null);

        // Then
        assertThat(paged).hasSizeGreaterThan(6).doesNotHaveDuplicates().isEqualTo(whole);
    }

    @Test
    void shouldRefuseACursorThatWasTamperedWithOrBelongsToOtherTerms() {
        String cursor = given().queryParam("limit", 2)
                .get(PATH)
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .path("next");
        String tampered = (cursor.charAt(0) == 'A' ? "B" : "A") + cursor.substring(1);
        search(Map.of("cursor", tampered)).statusCode(400);
        search(Map.of("cursor", cursor, "age", "9")).statusCode(400);
        search(Map.of("cursor", "nonsense!")).statusCode(400);
        search(Map.of("cursor", cursor)).statusCode(200);
    }

    @Test
    void shouldNameAllBadTermsWithoutRepeatingThem() {
        search(Map.of(
                        "age",
                        "very young",
                        "language",
                        "Elvish!",
                        "insurance",
                        "gold",
                        "capacity",
                        "maybe",
                        "near",
                        "here",
                        "limit",
                        "0"))
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "query/age",
                                "query/language",
                                "query/insurance",
                                "query/capacity",
                                "query/near",
                                "query/limit"))
                .body("errors.message", everyItem(not(containsString("young"))));
    }

    @Test
    void shouldTakeTheTermsInTheBodyToo() {
        Map<String, Object> terms = Map.of(
                "age",
                12,
                "language",
                List.of("es"),
                "insurance",
                List.of("medicaid"),
                "capacity",
                "true",
                "limit",
                200);
        List<String> posted = given().contentType(ContentType.JSON)
                .body(terms)
                .post(PATH)
                .then()
                .statusCode(200)
                .extract()
                .path("items.serviceId");
        assertThat(posted)
                .isEqualTo(ids(Map.of("age", "12", "language", "es", "insurance", "medicaid", "capacity", "true")));
    }

    @Test
    void shouldRefuseBadBodies() {
        given().contentType(ContentType.JSON)
                .body("{\"age\":200}")
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/age"));
        given().contentType(ContentType.JSON)
                .body("{\"colour\":\"red\"}")
                .post(PATH)
                .then()
                .statusCode(400);
        given().contentType(ContentType.TEXT).body("age").post(PATH).then().statusCode(415);
    }

    private static ValidatableResponse search(Map<String, ?> terms) {
        return given().queryParams(terms).get(PATH).then();
    }

    private static List<String> ids(Map<String, ?> terms) {
        List<String> ids = given().queryParams(terms)
                .queryParam("limit", 200)
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .path("items.serviceId");
        return Collections.unmodifiableList(ids);
    }
}
