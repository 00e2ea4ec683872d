package org.footbridge.referral.agreement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.referral.TestDistrict;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgreementResourceTest {
    DemoTokens demo;

    @Test
    void shouldRecordAnAgreementOnce() {
        // Given
        TestDistrict district = TestDistrict.open(demo);
        UUID agency = Ids.next();

        // When
        Response answer = conclude(district.id(), agency, "2026-01-01", "2026-12-31");

        // Then
        answer.then().statusCode(201).body("endedAt", equalTo(null)).header("ETag", notNullValue());
        conclude(district.id(), agency, "2026-12-31", null).then().statusCode(409);
        conclude(district.id(), agency, "2027-01-01", null).then().statusCode(201);
    }

    @Test
    void shouldEndAnAgreementForGood() {
        // Given
        TestDistrict district = TestDistrict.open(demo);
        UUID agency = Ids.next();
        String id = conclude(district.id(), agency, "2026-01-01", null).path("id");

        // When
        Response answer = end(id);

        // Then
        answer.then().statusCode(200).body("endedReason", equalTo("The agency closed."));
        end(id).then().statusCode(409);
        end(Ids.next().toString()).then().statusCode(404);
        conclude(district.id(), agency, "2026-01-01", null).then().statusCode(201);
    }

    @Test
    void shouldRefuseWhatCannotBeAgreed() {
        // Given
        TestDistrict district = TestDistrict.open(demo);

        // When
        Response backwards = conclude(district.id(), Ids.next(), "2026-12-31", "2026-01-01");
        Response nowhere = conclude(Ids.next(), Ids.next(), "2026-01-01", null);

        // Then
        backwards.then().statusCode(422).body("errors.pointer", hasItem("/validUntil"));
        nowhere.then().statusCode(422).body("errors.pointer", hasItem("/districtId"));
    }

    @Test
    void shouldListADistrictsAgreementsToTheDistrictAlone() {
        // Given
        TestDistrict district = TestDistrict.open(demo);
        String first = conclude(district.id(), Ids.next(), "2026-01-01", null).path("id");
        String second = conclude(district.id(), Ids.next(), "2026-01-01", null).path("id");
        String list = "/api/v1/agreements?limit=1&districtId=" + district.id();

        // When
        Response page = district.admin().get(list);

        // Then
        page.then().statusCode(200).body("items.id", contains(first));
        district.admin()
                .queryParam("cursor", page.<String>path("next"))
                .get(list)
                .then()
                .statusCode(200)
                .body("items.id", contains(second))
                .body("next", equalTo(null));
        district.admin().get(list + "&cursor=AAAA").then().statusCode(400);
        TestDistrict neighbour = TestDistrict.open(demo);
        neighbour.admin().get(list).then().statusCode(200).body("items", hasSize(0));
        neighbour.admin().get("/api/v1/agreements/" + first).then().statusCode(404);
    }

    @Test
    void shouldLetOnlyThePlatformConclude() {
        // Given
        TestDistrict district = TestDistrict.open(demo);

        // When
        Response answer = district.admin()
                .contentType("application/json")
                .body(terms(district.id(), Ids.next(), "2026-01-01", null))
                .post("/api/v1/agreements");

        // Then
        answer.then().statusCode(403);
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/agreements")
                .then()
                .statusCode(401);
    }

    private Response conclude(UUID district, UUID agency, String from, String until) {
        return given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("application/json")
                .body(terms(district, agency, from, until))
                .post("/api/v1/agreements");
    }

    private Response end(String id) {
        return given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("application/json")
                .body("{\"reason\": \"The agency closed.\"}")
                .post("/api/v1/agreements/" + id + "/end");
    }

    private static Map<String, Object> terms(UUID district, UUID agency, String from, String until) {
        Map<String, Object> terms = new HashMap<>(Map.of(
                "districtId",
                district.toString(),
                "agencyId",
                agency.toString(),
                "basis",
                "CONSENT",
                "purpose",
                "MENTAL_HEALTH_SERVICES",
                "validFrom",
                from));
        if (until != null) {
            terms.put("validUntil", until);
        }
        return terms;
    }
}
