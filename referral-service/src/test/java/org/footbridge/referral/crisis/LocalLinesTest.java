package org.footbridge.referral.crisis;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A district's own lines stand in every answer to a crisis, after the national ones. */
@QuarkusTest
class LocalLinesTest {
    private static final String DISTRICT = "/api/v1/districts/" + DemoTokens.PRAIRIE_VIEW;
    private static final String OURS = "+1-555-0199";

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
        set(List.of(Map.of("name", "Prairie County mobile crisis team", "call", OURS, "hours", "24/7")))
                .then()
                .statusCode(200)
                .body("crisisLines.call", contains(OURS));
    }

    @AfterEach
    void remove() {
        set(List.of()).then().statusCode(200);
    }

    @Test
    void shouldStandInEveryAnswerToACrisis() {
        // Given
        Map<String, Object> form = Map.of("studentId", World.STUDENT, "urgency", "CRISIS");

        // When
        Response submitted = ReferralMother.post(demo.educator(), "/api/v1/referrals", form, null);
        Made made = mother.crisis();

        // Then
        submitted.then().statusCode(201).body("crisis.lines.call", hasItems("988", "911", OURS));
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("crisis.lines.call", hasItem(OURS));
        ReferralMother.get(demo.educator(), made.referralPath() + "/crisis")
                .then()
                .body("help.lines.call", hasItems("988", OURS));
        given().auth()
                .oauth2(demo.coordinator().sign())
                .post(made.referralPath() + "/acknowledge-crisis")
                .then()
                .body("help.lines.call", hasItem(OURS));
        mother.step(demo.coordinator(), made.referralPath(), "triage", Map.of("urgency", "CRISIS", "tier", 3), 200)
                .then()
                .body("crisis.lines.call", hasItem(OURS));
        ReferralMother.post(demo.educator(), "/api/v1/referrals/drafts", form, null)
                .then()
                .statusCode(201)
                .body("crisis.lines.call", hasItem(OURS));
    }

    @Test
    void shouldNotStandWhereThereIsNoCrisis() {
        ReferralMother.get(demo.coordinator(), mother.submitted().referralPath())
                .then()
                .body("crisis", nullValue());
    }

    @Test
    void shouldBeRefusedWhereNobodyCanReachThem() {
        set(List.of(Map.of("name", "Somebody")))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/crisisLines/0"));
        set(List.of(Map.of("name", "Somebody", "call", "press the button")))
                .then()
                .statusCode(422);
        set(List.of(Map.of("name", "Somebody", "chat", "http://example.org")))
                .then()
                .statusCode(422);
        ReferralMother.get(demo.districtAdmin(), DISTRICT)
                .then()
                .body("crisisLines.size()", equalTo(1))
                .body("crisisLines.call", not(hasItem("988")));
    }

    private Response set(List<Map<String, String>> lines) {
        return given().auth()
                .oauth2(demo.districtAdmin().sign())
                .contentType("application/merge-patch+json")
                .header("If-Match", ReferralMother.etag(demo.districtAdmin(), DISTRICT))
                .body(Map.of("crisisLines", lines))
                .patch(DISTRICT);
    }
}
