package org.footbridge.referral.district;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.EventCounter;
import org.footbridge.referral.TestDistrict;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DistrictResourceTest {
    DemoTokens demo;
    TestDatabase database;

    @Test
    void shouldOpenADistrictWithItsHolidays() {
        // Given
        UUID id = Ids.next();
        Map<String, Object> document = new HashMap<>(TestDistrict.document(id));
        document.put("calendar", Map.of("holidays", List.of(Map.of("date", "2026-12-25", "name", "Winter break"))));

        // When
        Response answer = open(document, demo.platformAdmin().sign());

        // Then
        answer.then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/districts/" + id))
                .body("calendar.holidays[0].date", equalTo("2026-12-25"))
                .body("importBirthDates", equalTo(true));
        assertThat(answer.header("ETag")).isNotBlank();
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .get("/api/v1/districts/" + id)
                .then()
                .statusCode(200)
                .body("calendar.holidays[0].name", equalTo("Winter break"));
    }

    @Test
    void shouldRefuseASecondDistrictWithTheSameId() {
        // Given
        TestDistrict district = TestDistrict.open(demo);

        // When
        Response answer =
                open(TestDistrict.document(district.id()), demo.platformAdmin().sign());

        // Then
        answer.then().statusCode(409).body("type", endsWith("already-exists"));
    }

    @Test
    void shouldNameEveryFaultOfADistrict() {
        // Given
        Map<String, Object> document = new HashMap<>(TestDistrict.document(Ids.next()));
        document.put("minimumCell", 1);
        document.put("languages", List.of());

        // When
        Response answer = open(document, demo.platformAdmin().sign());

        // Then
        answer.then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/minimumCell"))
                .body("errors.pointer", hasItem("/languages"));
    }

    @Test
    void shouldRefuseAZoneThatDoesNotExist() {
        // Given
        Map<String, Object> document = new HashMap<>(TestDistrict.document(Ids.next()));
        document.put("zone", "America/Prairie_View");

        // When
        Response answer = open(document, demo.platformAdmin().sign());

        // Then
        answer.then().statusCode(422).body("errors.pointer", hasItem("/zone"));
    }

    @Test
    void shouldRefuseUnknownMembersAndStrangers() {
        // Given
        Map<String, Object> document = new HashMap<>(TestDistrict.document(Ids.next()));
        String admin = TestDistrict.open(demo)
                .person("stf-9001@example.edu", "district_admin")
                .sign();

        // When
        Response forbidden = open(document, admin);
        document.put("colour", "red");
        Response malformed = open(document, demo.platformAdmin().sign());

        // Then
        forbidden.then().statusCode(403);
        malformed.then().statusCode(400);
        given().contentType("application/json")
                .body(document)
                .post("/api/v1/districts")
                .then()
                .statusCode(401);
    }

    @Test
    void shouldChangeWhatAPatchNamesAndPublishIt() throws SQLException {
        // Given
        TestDistrict district = TestDistrict.open(demo);
        String path = "/api/v1/districts/" + district.id();
        String tag = district.admin().get(path).header("ETag");

        // When
        Response answer = patch(district, tag, "{\"phone\": \"+1-555-0199\", \"jurisdiction\": null}");

        // Then
        answer.then().statusCode(200).body("phone", equalTo("+1-555-0199")).body("jurisdiction", equalTo(null));
        assertThat(answer.header("ETag")).isNotEqualTo(tag);
        assertThat(new EventCounter(database).of(district.id())).isEqualTo(2);
        patch(district, tag, "{\"phone\": \"+1-555-0111\"}").then().statusCode(412);
    }

    @Test
    void shouldNeitherPublishNorCountAPatchThatChangesNothing() throws SQLException {
        // Given
        TestDistrict district = TestDistrict.open(demo);
        String tag = district.admin().get("/api/v1/districts/" + district.id()).header("ETag");

        // When
        Response answer = patch(district, tag, "{\"minimumCell\": 10}");

        // Then
        answer.then().statusCode(200).header("ETag", equalTo(tag));
        assertThat(new EventCounter(database).of(district.id())).isEqualTo(1);
    }

    @Test
    void shouldRefuseAPatchThatLeavesNoDistrict() {
        // Given
        TestDistrict district = TestDistrict.open(demo);

        // When
        Response answer = patch(district, "*", "{\"name\": null, \"languages\": [\"not a language\"]}");

        // Then
        answer.then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/name"))
                .body("errors.pointer", hasItem("/languages/0"));
        patch(district, "*", "{\"id\": \"" + Ids.next() + "\"}").then().statusCode(422);
        patch(district, "*", "{\"colour\": 1}").then().statusCode(400);
        district.admin()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch("/api/v1/districts/" + district.id())
                .then()
                .statusCode(428);
    }

    @Test
    void shouldHideADistrictFromItsNeighbour() {
        // Given
        TestDistrict district = TestDistrict.open(demo);
        TestDistrict neighbour = TestDistrict.open(demo);

        // When
        Response answer = neighbour.admin().get("/api/v1/districts/" + district.id());

        // Then
        answer.then().statusCode(404);
        neighbour
                .admin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"name\": \"Mine\"}")
                .patch("/api/v1/districts/" + district.id())
                .then()
                .statusCode(404);
        district.admin().get("/api/v1/districts/" + district.id()).then().body("name", equalTo("Test District"));
    }

    @Test
    void shouldOpenOnceForOneIdempotencyKey() throws SQLException {
        // Given
        Map<String, Object> document = TestDistrict.document(Ids.next());
        String key = Ids.next().toString();

        // When
        Response first = openOnce(document, key);
        Response second = openOnce(document, key);

        // Then
        first.then().statusCode(201);
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(new EventCounter(database).of(UUID.fromString((String) document.get("id"))))
                .isEqualTo(1);
    }

    private Response openOnce(Map<String, Object> document, String key) {
        return given().auth()
                .oauth2(demo.platformAdmin().sign())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(document)
                .post("/api/v1/districts");
    }

    private static Response open(Map<String, Object> document, String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(document)
                .post("/api/v1/districts");
    }

    private static Response patch(TestDistrict district, String tag, String body) {
        return district.admin()
                .header("If-Match", tag)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch("/api/v1/districts/" + district.id());
    }
}
