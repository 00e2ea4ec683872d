package org.footbridge.referral.delegation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.TestDistrict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody stands in for a coordinator: no longer and no further than the coordinator could act. */
@QuarkusTest
class DelegationTest {
    private static final String DELEGATIONS = "/api/v1/delegations";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/Chicago"));

    TestDatabase database;
    DemoTokens demo;

    private TestDistrict district;
    private String referral;

    @BeforeEach
    void open() {
        district = TestDistrict.withRoster(demo);
        referral = submit();
    }

    @Test
    void shouldLetTheDelegateActAndSaySoInTheHistory() {
        // Given
        delegate().get("/api/v1/referrals/" + referral).then().statusCode(404);

        // When
        give(absence()).then().statusCode(201).header("ETag", "\"0\"").body("active", equalTo(true));

        // Then
        delegate().get("/api/v1/referrals?desk=SCHOOL_QUEUE").then().body("items.id", hasItem(referral));
        post(
                        delegate().header("If-Match", etag()),
                        "/api/v1/referrals/" + referral + "/triage",
                        Map.of("urgency", "ROUTINE", "tier", 2))
                .then()
                .statusCode(200);
        district.coordinator()
                .get("/api/v1/referrals/" + referral + "/history")
                .then()
                .body("items.actorRole", contains("COUNSELOR", "DELEGATE", "DELEGATE"));
        delegate().get("/api/v1/referrals?desk=UNOWNED").then().body("items.id", not(hasItem(referral)));
        delegate().get("/api/v1/referrals?desk=MINE").then().body("items.id", hasItem(referral));
    }

    @Test
    void shouldLeaveWhatTheDelegateBeganToTheAbsentOne() {
        // Given
        String id = give(absence()).path("id");
        post(
                        delegate().header("If-Match", etag()),
                        "/api/v1/referrals/" + referral + "/triage",
                        Map.of("urgency", "ROUTINE", "tier", 2))
                .then()
                .statusCode(200)
                .body("coordinatorId", equalTo(person("stf-9002@example.edu")));

        // When
        post(district.coordinator().header("If-Match", "\"0\""), DELEGATIONS + "/" + id + "/revoke", null)
                .then()
                .statusCode(200);

        // Then
        district.coordinator().get("/api/v1/referrals?desk=UNOWNED").then().body("items.id", not(hasItem(referral)));
        district.coordinator().get("/api/v1/referrals?desk=MINE").then().body("items.id", hasItem(referral));
        delegate().get("/api/v1/referrals?desk=MINE").then().body("items.id", not(hasItem(referral)));
    }

    @Test
    void shouldEndAtOnceWhenItIsTakenBack() {
        // Given
        String id = give(absence()).path("id");
        String path = DELEGATIONS + "/" + id;

        // When
        Response revoked = post(district.coordinator().header("If-Match", "\"0\""), path + "/revoke", null);

        // Then
        revoked.then().statusCode(200).body("active", equalTo(false));
        delegate().get("/api/v1/referrals/" + referral).then().statusCode(404);
        delegate().get("/api/v1/referrals").then().body("items", empty());
        post(district.coordinator().header("If-Match", "\"0\""), path + "/revoke", null)
                .then()
                .statusCode(412);
        post(district.coordinator().header("If-Match", "\"1\""), path + "/revoke", null)
                .then()
                .statusCode(409);
        post(district.coordinator(), path + "/revoke", null).then().statusCode(428);
    }

    @Test
    void shouldHoldOnlyBetweenItsDays() throws SQLException {
        // Given
        Map<String, Object> later = absence();
        later.put("from", TODAY.plusDays(1).toString());
        String id = give(later)
                .then()
                .statusCode(201)
                .body("active", equalTo(false))
                .extract()
                .path("id");
        delegate().get("/api/v1/referrals/" + referral).then().statusCode(404);

        // When
        sql("update delegation set begins_on = '%s' where id = '%s'".formatted(TODAY, id));
        delegate().get("/api/v1/referrals/" + referral).then().statusCode(200);
        sql("update delegation set begins_on = '2020-01-01', ends_on = '%s' where id = '%s'"
                .formatted(TODAY.minusDays(1), id));

        // Then
        delegate().get("/api/v1/referrals/" + referral).then().statusCode(404);
    }

    @Test
    void shouldEndWithTheRoleOfTheAbsentOne() {
        // Given
        give(absence()).then().statusCode(201);
        delegate().get("/api/v1/referrals/" + referral).then().statusCode(200);
        String grant = district.admin().get("/api/v1/roster/grants").path("items[0].id");

        // When
        district.admin().delete("/api/v1/roster/grants/" + grant).then().statusCode(204);

        // Then
        delegate().get("/api/v1/referrals/" + referral).then().statusCode(404);
        district.coordinator().get("/api/v1/referrals?desk=SCHOOL_QUEUE").then().body("items", empty());
    }

    @Test
    void shouldHoldAtTheNamedSchoolOnly() {
        // Given: the high school, and a referral of the elementary school
        Map<String, Object> absence = absence();
        absence.put("schoolId", district.coordinator().get("/api/v1/schools").path("items[1].id"));

        // When
        give(absence).then().statusCode(201);

        // Then
        delegate().get("/api/v1/referrals/" + referral).then().statusCode(404);
        absence.put("schoolId", UUID.randomUUID());
        give(absence).then().statusCode(422).body("errors.pointer", contains("/schoolId"));
    }

    @Test
    void shouldGiveNothingWithoutTheRoleInTheToken() {
        // When
        give(absence()).then().statusCode(201);

        // Then
        district.otherEducator().get("/api/v1/referrals/" + referral).then().statusCode(404);
    }

    @Test
    void shouldNameEveryFaultAtOnce() throws SQLException {
        // Given
        Map<String, Object> absence = absence();
        absence.put("toPersonId", person("stf-9002@example.edu"));
        absence.put("from", TODAY.minusDays(2).toString());
        absence.put("until", TODAY.minusDays(3).toString());

        // When
        Response refused = give(absence);

        // Then
        refused.then().statusCode(422).body("errors.pointer", contains("/from", "/toPersonId", "/until"));
        absence.put("toPersonId", person("stu-1001"));
        give(absence).then().statusCode(422).body("errors.code", contains("past", "unknown", "range"));
        give(Map.of()).then().statusCode(422).body("errors.pointer", contains("/from", "/toPersonId", "/until"));
    }

    @Test
    void shouldLetOnlyTheDistrictActForSomebodyElse() throws SQLException {
        // Given
        Map<String, Object> absence = absence();
        absence.put("fromPersonId", person("stf-9002@example.edu"));

        // When, then
        post(delegate(), DELEGATIONS, absence).then().statusCode(403);
        post(district.admin(), DELEGATIONS, absence).then().statusCode(201);
        post(district.educator(), DELEGATIONS, absence).then().statusCode(403);
        post(given(), DELEGATIONS, absence).then().statusCode(401);
        absence.put("fromPersonId", person("stf-9003@example.edu"));
        post(district.admin(), DELEGATIONS, absence)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/fromPersonId"));
    }

    @Test
    void shouldShowADelegationToThoseConcernedOnly() {
        // Given
        String id = give(absence()).path("id");

        // When, then
        for (RequestSpecification concerned : List.of(district.coordinator(), delegate(), district.admin())) {
            concerned.get(DELEGATIONS).then().statusCode(200).body("items.id", hasItem(id));
        }
        RequestSpecification third = district.as("stf-9003@example.edu", "coordinator");
        third.get(DELEGATIONS).then().statusCode(200).body("items", empty());
        district.as("stf-9003@example.edu", "coordinator")
                .get(DELEGATIONS + "/" + id)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(demo.otherDistrictCoordinator().sign())
                .get(DELEGATIONS + "/" + id)
                .then()
                .statusCode(404);
        assertThat(delegate().get(DELEGATIONS + "/" + id).header("ETag")).isEqualTo("\"0\"");
    }

    private Map<String, Object> absence() {
        Map<String, Object> absence = new HashMap<>();
        absence.put("toPersonId", person("stf-9004@example.edu"));
        absence.put("from", TODAY.toString());
        absence.put("until", TODAY.plusDays(7).toString());
        return absence;
    }

    private Response give(Map<String, ?> absence) {
        return post(district.coordinator(), DELEGATIONS, absence);
    }

    /** stf-9004, who teaches at the high school and coordinates nowhere. */
    private RequestSpecification delegate() {
        return district.as("stf-9004@example.edu", "coordinator", "educator");
    }

    private String submit() {
        Map<String, Object> form = Map.of("studentId", district.student("stu-1001"), "urgency", "CRISIS");
        return post(district.coordinator(), "/api/v1/referrals", form)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String etag() {
        return district.coordinator().get("/api/v1/referrals/" + referral).header("ETag");
    }

    private static Response post(RequestSpecification who, String path, Map<String, ?> body) {
        RequestSpecification request = who.contentType("application/json");
        return (body == null ? request : request.body(body)).post(path);
    }

    private String person(String username) {
        try (Connection superuser = database.connectAsSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet found = statement.executeQuery(
                        "select id from person where tenant_id = '%s' and '%s' in (username, sourced_id)"
                                .formatted(district.id(), username))) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement()) {
            sql.execute(statement);
        }
    }
}
