package org.footbridge.directory.hsds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DirectoryTest
class HsdsResourceTest {
    private static final String MEDICAID = "01980000-0000-7000-8000-0000007e0101";
    private static final String INSURANCE = "01980000-0000-7000-8000-0000007a0001";

    DemoTokens demo;

    @BeforeEach
    void directory() {
        DemoDirectory.present(demo);
    }

    @Test
    void shouldSayWhatItIs() {
        given().get("/hsds/")
                .then()
                .statusCode(200)
                .body("version", equalTo("3.2"))
                .body("profile", endsWith("/hsds/profile"))
                .body("openapi_url", endsWith("/openapi.json"))
                .body("publisher.name", notNullValue());
        given().get("/hsds/profile").then().statusCode(200).body("link_types", hasKey("insurance"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"})
    void shouldPageAndNestAndStreamEveryList(String list) {
        // Given
        Response first = given().queryParam("per_page", 3).get("/hsds/" + list);
        int total = first.path("total_items");

        // When
        List<String> paged = new ArrayList<>();
        for (int page = 1; page <= (int) first.path("total_pages"); page++) {
            List<String> ids = given().queryParam("per_page", 3)
                    .queryParam("page", page)
                    .get("/hsds/" + list)
                    .path("contents.id");
            paged.addAll(ids);
        }

        // Then
        assertThat(paged).hasSize(total).doesNotHaveDuplicates();
        first.then()
                .statusCode(200)
                .body("size", equalTo(3))
                .body("page_number", equalTo(1))
                .body("first_page", equalTo(true))
                .body("last_page", equalTo(false))
                .body("empty", equalTo(false));
        given().get("/hsds/" + list + "/{id}", paged.getFirst())
                .then()
                .statusCode(200)
                .body("id", equalTo(paged.getFirst()));
        given().get("/hsds/" + list + "/{id}", UUID.randomUUID()).then().statusCode(404);
        Response lines = given().queryParam("format", "ndjson").get("/hsds/" + list);
        assertThat(lines.contentType()).startsWith("application/x-ndjson");
        assertThat(lines.asString().lines())
                .hasSize(total)
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void shouldBeEmptyBehindTheLastPage() {
        given().queryParam("page", 1000)
                .get("/hsds/services")
                .then()
                .statusCode(200)
                .body("empty", equalTo(true))
                .body("last_page", equalTo(true))
                .body("total_items", greaterThan(40));
    }

    @Test
    void shouldShowShortMinimalAndFullServices() {
        given().queryParam("per_page", 1)
                .get("/hsds/services")
                .then()
                .statusCode(200)
                .body("contents[0].organization.name", notNullValue())
                .body("contents[0]", not(hasKey("phones")));
        given().queryParam("minimal", true)
                .get("/hsds/services")
                .then()
                .statusCode(200)
                .body("contents[0].keySet()", equalTo(java.util.Set.of("id", "last_modified")));
        given().queryParam("full", true)
                .queryParam("organization_id", DemoDirectory.HARBOR_LIGHT)
                .get("/hsds/services")
                .then()
                .statusCode(200)
                .body("contents[0].service_at_locations[0].location.addresses[0].city", equalTo("Prairie View"))
                .body("contents[0].attributes[0].taxonomy_term.name", notNullValue());
    }

    @Test
    void shouldNarrowByEveryFilterAndByAllTogether() {
        given().queryParam("search", "grief")
                .get("/hsds/services")
                .then()
                .statusCode(200)
                .body("contents.name", hasItem("Suicide loss family support"));
        int medicaid = total(Map.of("taxonomy_term_id", MEDICAID));
        int harborLight = total(Map.of("organization_id", DemoDirectory.HARBOR_LIGHT));
        int both = total(Map.of("taxonomy_term_id", MEDICAID, "organization_id", DemoDirectory.HARBOR_LIGHT));
        assertThat(harborLight).isEqualTo(4);
        assertThat(both).isPositive().isLessThanOrEqualTo(harborLight).isLessThan(medicaid);
        assertThat(total(Map.of("taxonomy_id", INSURANCE))).isGreaterThanOrEqualTo(medicaid);
        assertThat(total(Map.of("modified_after", "2999-01-01T00:00:00Z"))).isZero();
        assertThat(total(Map.of("modified_after", "2020-01-01T00:00:00Z"))).isGreaterThan(40);
        given().queryParam("taxonomy_id", INSURANCE)
                .get("/hsds/taxonomy_terms")
                .then()
                .statusCode(200)
                .body("contents.taxonomy_id", everyItem(equalTo(INSURANCE)));
    }

    @Test
    void shouldNestTheServicesOfAnOrganization() {
        given().get("/hsds/organizations/{id}", DemoDirectory.HARBOR_LIGHT)
                .then()
                .statusCode(200)
                .body("services.size()", equalTo(4))
                .body("locations.size()", equalTo(3))
                .body("services[0]", not(hasKey("phones")));
        given().queryParam("full_service", true)
                .get("/hsds/organizations/{id}", DemoDirectory.HARBOR_LIGHT)
                .then()
                .statusCode(200)
                .body("services[0]", hasKey("phones"));
    }

    @Test
    void shouldKeepEveryMemberOfTheDemosService() {
        Map<String, Object> sent =
                io.restassured.path.json.JsonPath.from(DemoDirectory.text()).getMap("organizations[0].services[0]");
        Map<String, Object> served =
                given().get("/hsds/services/{id}", DemoDirectory.OUTPATIENT).path("$");
        assertThat(served.keySet()).containsAll(sent.keySet());
        sent.forEach((member, value) -> {
            if (value instanceof String && !member.equals("last_modified")) {
                assertThat(served).containsEntry(member, value);
            }
        });
        assertThat(served.get("schedules")).isEqualTo(sent.get("schedules"));
        assertThat(served.get("phones")).isEqualTo(sent.get("phones"));
        assertThat(served.get("cost_options")).isEqualTo(sent.get("cost_options"));
    }

    @Test
    void shouldLetReadersKeepAnAnswer() {
        String tag = given().get("/hsds/services")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=60"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag).get("/hsds/services").then().statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({
        "services, per_page, 0",
        "services, page, -1",
        "services, per_page, abc",
        "services, per_page, 501",
        "services, modified_after, yesterday",
        "services, organization_id, 7",
        "services, full, perhaps",
        "services, format, xml",
        "taxonomy_terms, parent_id, x",
        "organizations, taxonomy_term_id, x"
    })
    void shouldRefuseBadParameters(String list, String name, String value) {
        given().queryParam(name, value)
                .get("/hsds/" + list)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("query/" + name));
    }

    private static int total(Map<String, String> filters) {
        return given().queryParams(filters)
                .get("/hsds/services")
                .then()
                .statusCode(200)
                .extract()
                .path("total_items");
    }
}
