package org.footbridge.directory.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A search by everything that a family or a school may know of a need. */
@QuarkusTest
@DirectoryTest
class NeedSearchTest {
    private static final String PATH = "/api/v1/directory/search";
    /** Of an agency that {@link #present} makes: near 00777, for girls of one school, free, open on Tuesday afternoons. */
    private static final String SERVICE = "01980000-0000-7000-8000-00000ee50001";

    private static final String TELEHEALTH = "01980000-0000-7000-8000-00000ee50002";
    private static final String SILENT = "01980000-0000-7000-8000-00000ee50003";
    private static final String SCHOOL = "01980000-0000-7000-8000-000000005c01";

    DemoTokens demo;

    @BeforeEach
    void present() {
        DemoDirectory.present(demo);
        DemoDirectory.load(demo, document().toString()).statusCode(200);
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("text/csv")
                .body(
                        "country,postal_code,latitude,longitude,place\nUS,00777,45.0,-100.0,Test plain\nUS,00410,39.827,-98.581,Prairie View\n")
                .post("/api/v1/directory/postal-codes")
                .then()
                .statusCode(200);
    }

    @Test
    void shouldCorrectAMistypedWordAndSaySo() {
        search(Map.of("q", "kwomblecraft thearpy"))
                .statusCode(200)
                .body("items[0].serviceId", equalTo(SERVICE))
                .body("text.corrected.thearpy", hasItem("therapy"));
    }

    @Test
    void shouldFindAWordWithoutItsAccent() {
        search(Map.of("q", "atencion kwomblecraft")).statusCode(200).body("items.serviceId", hasItem(SERVICE));
        search(Map.of("q", "Atención kwomblecraft")).statusCode(200).body("items.serviceId", hasItem(SERVICE));
    }

    @Test
    void shouldFindAWordInAnotherForm() {
        search(Map.of("q", "kwomblecrafts grieving")).statusCode(200).body("items.serviceId", hasItem(SERVICE));
    }

    @Test
    void shouldShowWhatHasAnyWordWhereNothingHasAll() {
        search(Map.of("q", "kwomblecraft telescope"))
                .statusCode(200)
                .body("text.anyWord", equalTo(true))
                .body("items.serviceId", hasItem(SERVICE));
    }

    @Test
    void shouldCombineEveryCriterion() {
        Map<String, Object> terms = Map.ofEntries(
                Map.entry("concern", "grief"),
                Map.entry("care", List.of("group", "family")),
                Map.entry("grade", "9"),
                Map.entry("language", "es"),
                Map.entry("cost", "free"),
                Map.entry("mode", "in-person"),
                Map.entry("clinicianGender", "female"),
                Map.entry("accessibility", "step-free-entrance"),
                Map.entry("school", SCHOOL),
                Map.entry("open", "TU 15:00-17:00"),
                Map.entry("postalCode", "00777"),
                Map.entry("within", "25"));
        search(terms)
                .statusCode(200)
                .body("items[0].serviceId", equalTo(SERVICE))
                .body("items[0].unknown", equalTo(List.of()))
                .body("items[0].distanceKm", equalTo(1.11f))
                .body(
                        "items[0].matched",
                        contains(
                                "age",
                                "concern",
                                "care",
                                "language",
                                "cost",
                                "mode",
                                "clinicianGender",
                                "accessibility",
                                "school",
                                "open",
                                "distance"))
                .body("orderedBy", hasItems("unknown criteria", "distance", "wait"));
    }

    @Test
    void shouldLeaveOutOnlyWhatIsKnownToMisfit() {
        for (Map<String, Object> misfit : List.<Map<String, Object>>of(
                Map.of("concern", "eating"),
                Map.of("grade", "K"),
                Map.of("language", "so"),
                Map.of("cost", "fee"),
                Map.of("mode", "telehealth"),
                Map.of("clinicianGender", "male"),
                Map.of("accessibility", "hearing-loop"),
                Map.of("school", UUID.randomUUID().toString()),
                Map.of("open", "WE 15:00-17:00"),
                Map.of("open", "TU 17:00-19:00"),
                Map.of("near", "39.8,-98.5", "within", "50"))) {
            JsonPath found = search(with(misfit, "q", "kwomblecraft"))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(found.getList("items.serviceId"))
                    .as("%s", misfit)
                    .doesNotContain(SERVICE)
                    .contains(SILENT);
        }
    }

    @Test
    void shouldKeepWhatCanBeReachedFromAfar() {
        Map<String, Object> far = Map.of("q", "kwomblecraft", "near", "39.8,-98.5", "within", "50");
        search(far).statusCode(200).body("items.serviceId", hasItem(TELEHEALTH));
        search(with(far, "mode", "in-person")).statusCode(200).body("items.serviceId", not(hasItem(TELEHEALTH)));
    }

    @Test
    void shouldBeOpenNowByTheClockOfThePlace() {
        // the tests' clock stands at noon UTC on a Saturday: six in the morning in Chicago
        search(Map.of("q", "kwomblecraft", "open", "now"))
                .statusCode(200)
                .body("items.serviceId", not(hasItem(SERVICE)))
                .body("items.serviceId", hasItem(TELEHEALTH));
    }

    @Test
    void shouldCountWhatAnotherChoiceWouldFind() {
        JsonPath found = search(Map.of("q", "kwomblecraft", "language", "es"))
                .statusCode(200)
                .body("total", equalTo(2))
                .extract()
                .jsonPath();
        assertThat(counts(found, "language")).containsEntry("es", 1).containsEntry("vi", 1);
        assertThat(counts(found, "cost")).containsOnly(Map.entry("free", 1));
        search(Map.of("q", "kwomblecraft", "facets", "false"))
                .statusCode(200)
                .body("facets", nullValue())
                .body("total", nullValue());
    }

    @Test
    void shouldNameWhomToCallWhereWordsNameADanger() {
        given().contentType(ContentType.JSON)
                .body("{\"q\":\"my daughter wants to die\"}")
                .post(PATH)
                .then()
                .statusCode(200)
                .body("crisis.callNumber", hasItems("911", "988"));
        search(Map.of("q", "grief")).statusCode(200).body("crisis", nullValue());
    }

    @Test
    void shouldNameAllBadCriteria() {
        search(Map.of(
                        "concern",
                        "Robert'); drop",
                        "cost",
                        "cheap",
                        "mode",
                        "mail",
                        "clinicianGender",
                        "x",
                        "grade",
                        "13"))
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems("query/concern", "query/cost", "query/mode", "query/clinicianGender", "query/grade"));
        search(Map.of("open", "sometimes", "maxWaitDays", "-1", "accepting", "perhaps", "within", "5"))
                .statusCode(400)
                .body("errors.pointer", hasItems("query/open", "query/maxWaitDays", "query/accepting", "query/within"));
        given().contentType(ContentType.JSON)
                .body("{\"postalCode\":\"99998\"}")
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/postalCode"))
                .body("errors.code", contains("unknown-postal-code"));
    }

    @Test
    void shouldCountSearchesInVainWithoutTheirWords() {
        for (int i = 0; i < 10; i++) {
            search(Map.of("q", "xylophonequux Robert", "language", List.of("tlh", "bo"), "concern", "robert-smith"))
                    .statusCode(200)
                    .body("items", equalTo(List.of()));
        }
        given().auth()
                .oauth2(demo.coordinator().sign())
                .get("/api/v1/directory/empty-searches")
                .then()
                .statusCode(200)
                .body("items.findAll { it.criterion == 'language' }.code", contains("bo"))
                .body("items.findAll { it.criterion == 'concern' }", equalTo(List.of()))
                .body("items.criterion", hasItems("any", "text"))
                .body(not(containsString("obert")));
        given().get("/api/v1/directory/empty-searches").then().statusCode(401);
        given().auth()
                .oauth2(demo.guardian().sign())
                .get("/api/v1/directory/empty-searches")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(demo.coordinator().sign())
                .get("/api/v1/directory/empty-searches?from=2026-11-02&to=2026-11-01")
                .then()
                .statusCode(400);
    }

    private static ObjectNode document() {
        ObjectNode document = DemoDirectory.JSON
                .createObjectNode()
                .put("id", "01980000-0000-7000-8000-00000ee50000")
                .put("name", "Needs agency")
                .put("description", "Exists in tests only.");
        ObjectNode full = service(document, SERVICE, "Kwomblecraft grief therapy", 45.01);
        full.put("description", "Atención para familias").put("minimum_age", 12).put("maximum_age", 18);
        attributes(full);
        full.withArray("languages").addObject().put("id", id("language")).put("code", "es");
        full.withArray("cost_options")
                .addObject()
                .put("id", id("cost"))
                .put("option", "Free")
                .put("amount", 0);
        full.withArray("schedules")
                .addObject()
                .put("id", id("schedule"))
                .put("freq", "WEEKLY")
                .put("byday", "TU,TH")
                .put("opens_at", "12:00-06:00")
                .put("closes_at", "18:00-06:00");
        afar(document);
        document.withArray("services")
                .addObject()
                .put("id", SILENT)
                .put("name", "Kwomblecraft of which nothing is known")
                .put("status", "active");
        return document;
    }

    private static void attributes(ObjectNode full) {
        for (String[] attribute : new String[][] {
            {"focus", "grief"},
            {"type_of_care", "group"},
            {"service_setting", "outpatient"},
            {"clinician_gender", "female"},
            {"serves_school", SCHOOL}
        }) {
            full.withArray("attributes")
                    .addObject()
                    .put(
                            "id",
                            UUID.nameUUIDFromBytes((SERVICE + attribute[0]).getBytes())
                                    .toString())
                    .put("link_type", attribute[0])
                    .put("value", attribute[1]);
        }
    }

    private static void afar(ObjectNode document) {
        ObjectNode afar = service(document, TELEHEALTH, "Kwomblecraft by video", 45.02);
        afar.withArray("attributes")
                .addObject()
                .put("id", id("afar"))
                .put("link_type", "service_setting")
                .put("value", "telehealth");
        afar.withArray("languages").addObject().put("id", id("vi")).put("code", "vi");
    }

    private static ObjectNode service(ObjectNode document, String id, String name, double latitude) {
        ObjectNode service = document.withArray("services")
                .addObject()
                .put("id", id)
                .put("name", name)
                .put("status", "active");
        ObjectNode location = service.withArray("service_at_locations")
                .addObject()
                .put("id", id(id + "at"))
                .putObject("location")
                .put("id", id(id + "place"))
                .put("location_type", "physical")
                .put("latitude", latitude)
                .put("longitude", -100.0);
        location.withArray("accessibility")
                .addObject()
                .put("id", id(id + "door"))
                .put("description", "Step-free entrance");
        return service;
    }

    private static String id(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes()).toString();
    }

    private static Map<String, Integer> counts(JsonPath found, String criterion) {
        List<Map<String, Object>> values = found.get("facets.find { it.criterion == '" + criterion + "' }.values");
        return values.stream()
                .collect(Collectors.toMap(value -> (String) value.get("code"), value -> (Integer) value.get("count")));
    }

    private static Map<String, Object> with(Map<String, Object> terms, String name, Object value) {
        Map<String, Object> all = new HashMap<>(terms);
        all.put(name, value);
        return all;
    }

    private static ValidatableResponse search(Map<String, ?> terms) {
        return given().queryParams(terms).get(PATH).then();
    }
}
