package org.footbridge.referral;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.roster.oneroster.RosterZip;

/** A district of one test's own, set up through the public API. */
public final class TestDistrict {
    private static final String[] SCOPES = {"roster:read", "roster:write", "referral:read", "referral:write"};

    private final UUID id = Ids.next();
    private final DemoTokens demo;

    private TestDistrict(DemoTokens demo) {
        this.demo = demo;
    }

    public static TestDistrict open(DemoTokens demo) {
        TestDistrict district = new TestDistrict(demo);
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("application/json")
                .body(document(district.id))
                .post("/api/v1/districts")
                .then()
                .statusCode(201);
        return district;
    }

    /** A district with the demo's roster, whose stf-9002 coordinates everywhere. */
    public static TestDistrict withRoster(DemoTokens demo) {
        TestDistrict district = open(demo);
        district.importRoster(RosterZip.bulk());
        district.grant("stf-9002@example.edu", "coordinator", null).statusCode(201);
        return district;
    }

    public static Map<String, Object> document(UUID id) {
        return Map.of(
                "id",
                id.toString(),
                "name",
                "Test District",
                "zone",
                "America/Chicago",
                "phone",
                "+1-555-0180",
                "languages",
                List.of("en", "es"),
                "minimumCell",
                10,
                "jurisdiction",
                "US-KS");
    }

    public UUID id() {
        return id;
    }

    public TokenBuilder person(String username, String... roles) {
        return demo.tokens().person(username).tenant(id).roles(roles).scopes(SCOPES);
    }

    public RequestSpecification as(String username, String... roles) {
        return given().auth().oauth2(person(username, roles).sign());
    }

    public RequestSpecification admin() {
        return as("stf-9001@example.edu", "district_admin");
    }

    public RequestSpecification coordinator() {
        return as("stf-9002@example.edu", "coordinator", "counselor", "educator");
    }

    /** Teaches at the elementary school. */
    public RequestSpecification educator() {
        return as("stf-9003@example.edu", "educator");
    }

    /** Teaches at the high school. */
    public RequestSpecification otherEducator() {
        return as("stf-9004@example.edu", "educator");
    }

    public ValidatableResponse grant(String username, String role, String schoolId) {
        Map<String, Object> body = schoolId == null
                ? Map.of("username", username, "role", role)
                : Map.of("username", username, "role", role, "schoolId", schoolId);
        return admin().contentType("application/json")
                .body(body)
                .post("/api/v1/roster/grants")
                .then();
    }

    /** The finished job. */
    public JsonPath importRoster(RosterZip zip) {
        return importRoster(zip, false);
    }

    public JsonPath importRoster(RosterZip zip, boolean force) {
        String job = admin().contentType("application/zip")
                .body(zip.bytes())
                .post("/api/v1/roster/imports?force=" + force)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        String path = job.substring(job.indexOf("/api/"));
        return await("the import to be decided")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> admin().get(path).then().statusCode(200).extract().jsonPath(),
                        found -> !found.getString("state").equals("RUNNING"));
    }

    /** By the coordinator's list. */
    public String student(String sourcedId) {
        return coordinator()
                .get("/api/v1/students?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.sourcedId == '" + sourcedId + "' }.id");
    }
}
