package org.footbridge.directory.crisis;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class CrisisLineResourceTest {
    private static final String LIST = "/api/v1/directory/crisis-lines";
    private static final String ONE = LIST + "/{code}";
    private static final String LINE = """
            {"name":"%s","description":"Comes to you.","callNumber":"+15555550199","languages":["en"],"audience":"everybody",
             "hours":"24/7","postalPrefixes":["0088"],"position":50}""";

    DemoTokens demo;

    @Test
    void shouldShowTheNationalLinesToEverybody() {
        given().get(LIST)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age"))
                .body("items[0].callNumber", equalTo("911"))
                .body("items.callNumber", hasItems("911", "988"))
                .body("items.textNumber", hasItems("988", "741741"));
    }

    @Test
    void shouldPublishALineOfAPlace() {
        // When
        String tag = as(demo.platformAdmin())
                .body(LINE.formatted("Plains team"))
                .put(ONE, "plains-team")
                .then()
                .statusCode(201)
                .extract()
                .header("ETag");
        as(demo.platformAdmin())
                .header("If-Match", tag)
                .body(LINE.formatted("Plains mobile team"))
                .put(ONE, "plains-team")
                .then()
                .statusCode(200);

        // Then
        given().get(LIST).then().statusCode(200).body("items.name", hasItem("Plains mobile team"));
        given().get("/api/v1/directory/search?q=suicidal")
                .then()
                .statusCode(200)
                .body("crisis.name", not(hasItem("Plains mobile team")));
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("text/csv")
                .body("country,postal_code,latitude,longitude\nUS,00880,45,-100\n")
                .post("/api/v1/directory/postal-codes")
                .then()
                .statusCode(200);
        given().get("/api/v1/directory/search?q=suicidal&postalCode=00880")
                .then()
                .statusCode(200)
                .body("crisis[0].name", equalTo("Plains mobile team"));
    }

    @Test
    void shouldKnowThePlaceHoweverItsCountryIsWritten() {
        as(demo.platformAdmin())
                .body(LINE.formatted("Hills team").replace("0088", "0077"))
                .put(ONE, "hills-team")
                .then()
                .statusCode(201);
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("text/csv")
                .body("country,postal_code,latitude,longitude\nUS,00770,45,-100\nDE,00770,51,13\n")
                .post("/api/v1/directory/postal-codes")
                .then()
                .statusCode(200);
        for (String there : List.of("US:00770", " us:00770 ")) {
            given().queryParam("postalCode", there)
                    .get("/api/v1/directory/search?q=suicidal")
                    .then()
                    .statusCode(200)
                    .body("crisis.name", hasItem("Hills team"));
        }
        given().queryParam("postalCode", "DE:00770")
                .get("/api/v1/directory/search?q=suicidal")
                .then()
                .statusCode(200)
                .body("crisis.name", not(hasItem("Hills team")));
    }

    @Test
    void shouldNotChangeALineThatSomebodyElseChanged() {
        as(demo.platformAdmin())
                .body(LINE.formatted("y"))
                .put(ONE, "other-team")
                .then()
                .statusCode(201);
        as(demo.platformAdmin())
                .body(LINE.formatted("x"))
                .put(ONE, "other-team")
                .then()
                .statusCode(428);
        as(demo.platformAdmin())
                .header("If-Match", "\"77\"")
                .body(LINE.formatted("x"))
                .put(ONE, "other-team")
                .then()
                .statusCode(412);
    }

    @Test
    void shouldPublishOnlyWhatHelps() {
        as(demo.platformAdmin())
                .body(
                        "{\"name\":\"\",\"chatUrl\":\"javascript:alert(1)\",\"languages\":[],\"hours\":\"24/7\",\"postalPrefixes\":[\"x\"]}")
                .put(ONE, "bad")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/name",
                                "/description",
                                "/chatUrl",
                                "/languages",
                                "/audience",
                                "/postalPrefixes/0",
                                "/position"));
        as(demo.platformAdmin())
                .body(LINE.formatted("x").replace("\"callNumber\":\"+15555550199\",", ""))
                .put(ONE, "bad")
                .then()
                .statusCode(422);
        as(demo.agencyStaff()).body(LINE.formatted("x")).put(ONE, "bad").then().statusCode(403);
        given().contentType(ContentType.JSON)
                .body(LINE.formatted("x"))
                .put(ONE, "bad")
                .then()
                .statusCode(401);
    }

    private static RequestSpecification as(TokenBuilder who) {
        return given().auth().oauth2(who.sign()).contentType(ContentType.JSON);
    }
}
