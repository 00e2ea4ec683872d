package org.footbridge.directory.hsds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists by POST, which keep what is looked for out of addresses. */
@QuarkusTest
@DirectoryTest
class HsdsPostTest {
    DemoTokens demo;

    @BeforeEach
    void directory() {
        DemoDirectory.present(demo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"})
    void shouldAnswerAsGetDoesWhereverTheTermsStand(String list) {
        String path = "/hsds/" + list;
        List<String> got = given().get(path + "?search=family&per_page=3").path("contents.id");
        assertThat(posted(given().contentType(ContentType.JSON).body("{\"search\":\"family\",\"per_page\":3}"), path))
                .isEqualTo(got);
        assertThat(posted(given().contentType(ContentType.URLENC).body("search=family&per_page=3"), path))
                .isEqualTo(got);
        assertThat(posted(given().queryParam("search", "family").queryParam("per_page", 3), path))
                .isEqualTo(got);
    }

    @Test
    void shouldTakeEveryParameterOfTheList() {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "organization_id",
                        DemoDirectory.HARBOR_LIGHT,
                        "full",
                        true,
                        "modified_after",
                        "2020-01-01T00:00:00Z"))
                .post("/hsds/services")
                .then()
                .statusCode(200)
                .body("size", greaterThan(0))
                .body("contents.organization.id.unique()", contains(DemoDirectory.HARBOR_LIGHT));
        given().contentType(ContentType.JSON)
                .body("{\"minimal\":true,\"per_page\":1}")
                .post("/hsds/services")
                .then()
                .statusCode(200)
                .body("contents[0].size()", equalTo(2));
    }

    @Test
    void shouldStreamWhatIsAskedForInTheBody() {
        String lines = given().contentType(ContentType.JSON)
                .body("{\"search\":\"grief\"}")
                .post("/hsds/services?format=ndjson")
                .then()
                .statusCode(200)
                .contentType(containsString("ndjson"))
                .extract()
                .asString();
        int total = given().get("/hsds/services?search=grief").path("total_items");
        assertThat(lines.strip().lines()).hasSize(total);
    }

    @Test
    void shouldRefuseWhatItCannotRead() {
        given().contentType(ContentType.JSON)
                .body("[]")
                .post("/hsds/services")
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body("{")
                .post("/hsds/services")
                .then()
                .statusCode(400);
        given().contentType(ContentType.URLENC)
                .body("search=%zz")
                .post("/hsds/services")
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body("{\"serch\":\"x\"}")
                .post("/hsds/services")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/serch"));
        given().contentType(ContentType.JSON)
                .body("{\"search\":[\"x\"]}")
                .post("/hsds/services")
                .then()
                .statusCode(400);
    }

    @Test
    void shouldNarrowByPostalCodeAndDistance() {
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("text/csv")
                .body("country,postal_code,latitude,longitude\nUS,00410,39.8278,-98.5815\n")
                .post("/api/v1/directory/postal-codes")
                .then()
                .statusCode(200);
        String path = "/hsds/service_at_locations";
        int all = given().get(path).path("total_items");
        int byAddress = given().get(path + "?postcode=00410").path("total_items");
        int near = given().get(path + "?postcode=00410&proximity=1500").path("total_items");
        int wide = given().get(path + "?postcode=00410&proximity=100000").path("total_items");
        assertThat(byAddress).isPositive().isLessThan(all);
        assertThat(near).isPositive().isLessThan(wide);
        assertThat(wide).isLessThan(all);
        given().get(path + "?postcode=99999&proximity=1").then().statusCode(200).body("empty", equalTo(true));
        given().get(path + "?proximity=1").then().statusCode(400).body("errors.pointer", contains("query/proximity"));
        given().get(path + "?postcode=%3C&proximity=1").then().statusCode(400);
        given().get(path + "?postcode=00410&proximity=near").then().statusCode(400);
    }

    private static List<String> posted(RequestSpecification request, String path) {
        return request.post(path).then().statusCode(200).extract().path("contents.id");
    }
}
