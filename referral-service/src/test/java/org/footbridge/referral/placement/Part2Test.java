package org.footbridge.referral.placement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words and files about substance use (42 CFR Part 2) cross only under a consent that names it, and only while it is live. */
@QuarkusTest
class Part2Test {
    private static final String WORDS = "Drinks at lunch, says " + World.CANARY;
    private static final String[] GENERAL = {"IDENTITY", "CONCERNS", "FEEDBACK", "ATTACHMENTS"};

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldRefuseTheSchoolsWordsWithoutAConsentThatNamesIt() {
        // Given
        Made made = sent("SUBSTANCE_USE");

        // When, then
        school(made.sentPath() + "/messages", Map.of("text", WORDS), 409)
                .then()
                .body("type", endsWith("consent-missing"));
        school(made.sentPath() + "/messages", Map.of("text", "Tuesday at ten?", "part2", false), 201);
        mother.step(demo.agencyStaff(), made.placementPath(), "ask-info", Map.of("question", "When?"), 200);
        mother.step(demo.coordinator(), made.sentPath(), "supply-info", Map.of("answer", WORDS), 409)
                .then()
                .body("type", endsWith("consent-missing"));
        mother.step(
                demo.coordinator(), made.sentPath(), "supply-info", Map.of("answer", "At ten.", "part2", false), 200);
        ReferralMother.get(demo.agencyStaff(), made.placementPath())
                .then()
                .body("questions.answer", contains("At ten."));
    }

    @Test
    void shouldTakeTheWritersWordForIt() {
        // Given
        Made made = accepted("ANXIETY");

        // When, then
        Map<String, Object> tagged = Map.of("text", WORDS, "part2", true);
        school(made.sentPath() + "/messages", tagged, 409);
        agency(made.placementPath() + "/messages", tagged, 409);
        agency(made.placementPath() + "/recommendations", Map.of("code", "OTHER", "text", WORDS, "part2", true), 409);
        file(demo.agencyStaff(), made.placementPath(), "?part2=true", 409);
        Made waiting = sent("ANXIETY");
        mother.step(
                        demo.agencyStaff(),
                        waiting.placementPath(),
                        "ask-info",
                        Map.of("question", WORDS, "part2", true),
                        409)
                .then()
                .body("type", endsWith("consent-missing"));
        school(made.sentPath() + "/messages", Map.of("text", "Tuesday at ten?"), 201);
    }

    @Test
    void shouldTellAnAgencyThatKnowsNothingOfItNothingByRefusing() {
        // Given
        Made made = accepted("SUBSTANCE_USE");

        // When, then
        agency(made.placementPath() + "/messages", Map.of("text", "We will call on Monday."), 201);
        agency(made.placementPath() + "/recommendations", Map.of("code", "QUIET_PLACE"), 201);
        ReferralMother.get(demo.coordinator(), made.sentPath() + "/messages")
                .then()
                .body("items.text", contains("We will call on Monday."))
                .body("items.withheld", contains(false));
    }

    @Test
    void shouldWithholdMessagesAndAnswersOnceTheConsentIsGone() {
        // Given
        Made made = sent("SUBSTANCE_USE");
        String consent = consented(made);
        school(made.sentPath() + "/messages", Map.of("text", WORDS), 201);
        agency(made.placementPath() + "/messages", Map.of("text", "And " + WORDS), 201);
        mother.step(demo.agencyStaff(), made.placementPath(), "ask-info", Map.of("question", WORDS), 200);
        mother.step(demo.coordinator(), made.sentPath(), "supply-info", Map.of("answer", WORDS), 200);
        thread(demo.agencyStaff(), made.placementPath()).body("items.withheld", contains(false, false));
        ReferralMother.get(demo.agencyStaff(), made.placementPath()).then().body("questions.answer", contains(WORDS));

        // When
        mother.step(demo.coordinator(), consent, "revoke", Map.of(), 200);

        // Then
        thread(demo.agencyStaff(), made.placementPath())
                .body("items.text", contains("And " + WORDS, null))
                .body("items.withheld", contains(false, true));
        thread(demo.coordinator(), made.sentPath())
                .body("items.text", contains(null, WORDS))
                .body("items.withheld", contains(true, false));
        ReferralMother.get(demo.agencyStaff(), made.placementPath())
                .then()
                .statusCode(200)
                .body("questions[0].question", equalTo(WORDS))
                .body("questions[0].answer", nullValue())
                .body("questions[0].withheld", equalTo(true));
        ReferralMother.get(demo.coordinator(), made.sentPath())
                .then()
                .body("questions[0].question", nullValue())
                .body("questions[0].answer", equalTo(WORDS));
    }

    @Test
    void shouldShowRecommendationsAboutItToTheCoordinatorAlone() {
        // Given
        Made made = accepted("SUBSTANCE_USE");
        String consent = consented(made);
        agency(made.placementPath() + "/recommendations", Map.of("code", "OTHER", "text", WORDS), 201);
        agency(
                made.placementPath() + "/recommendations",
                Map.of("code", "OTHER", "text", "Sit in front.", "part2", false),
                201);
        String list = made.referralPath() + "/recommendations";

        // When, then
        ReferralMother.get(demo.coordinator(), list).then().body("items.text", contains(WORDS, "Sit in front."));
        ReferralMother.get(demo.educator(), list).then().body("items.text", contains("Sit in front."));
        mother.step(demo.coordinator(), consent, "revoke", Map.of(), 200);
        ReferralMother.get(demo.coordinator(), list).then().body("items.text", contains(null, "Sit in front."));
        ReferralMother.get(demo.agencyStaff(), made.placementPath() + "/recommendations")
                .then()
                .body("items.text", contains(WORDS, "Sit in front."));
    }

    @Test
    void shouldKeepFilesAboutItAndTheirNamesBack() {
        // Given
        Made before = triaged("SUBSTANCE_USE");
        String report = file(demo.coordinator(), before.referralPath(), "", 201).path("id");
        String plain = file(demo.coordinator(), before.referralPath(), "?part2=false", 201)
                .path("id");
        Made made = mother.acceptedAfter(before, GENERAL);
        String files = made.placementPath() + "/attachments";
        ReferralMother.get(demo.agencyStaff(), files).then().body("items.id", contains(plain));
        release(made, report, 409);

        // When
        String consent = consented(made);
        release(made, report, 200);
        ReferralMother.get(demo.agencyStaff(), files + "/" + report).then().statusCode(200);
        mother.step(demo.coordinator(), consent, "revoke", Map.of(), 200);

        // Then
        ReferralMother.get(demo.agencyStaff(), files).then().body("items.id", contains(plain));
        ReferralMother.get(demo.agencyStaff(), files + "/" + report).then().statusCode(403);
        ReferralMother.get(demo.agencyStaff(), files + "/" + plain).then().statusCode(200);
    }

    @Test
    void shouldTakeAnAgencysFileBackWithTheConsentThatLetItTell() {
        // Given
        Made made = accepted("SUBSTANCE_USE");
        String consent = consented(made);
        String report = file(demo.agencyStaff(), made.placementPath(), "", 201).path("id");
        String list = made.referralPath() + "/attachments";
        ReferralMother.get(demo.coordinator(), list).then().body("items.id", contains(report));

        // When
        mother.step(demo.coordinator(), consent, "revoke", Map.of(), 200);

        // Then
        ReferralMother.get(demo.coordinator(), list).then().body("items", empty());
        ReferralMother.get(demo.coordinator(), list + "/" + report).then().statusCode(404);
        assertThat(ReferralMother.get(demo.agencyStaff(), made.placementPath() + "/attachments/" + report)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldKeepSuchWordsOutOfTextsThatNobodyCouldWithhold() {
        // Given
        Made made = accepted("SUBSTANCE_USE");
        consented(made);
        Map<String, Object> hold = Map.of("reason", "SCHOOL_BREAK", "note", WORDS);

        // When, then
        mother.step(demo.agencyStaff(), made.placementPath(), "hold", hold, 422)
                .then()
                .body("errors.pointer", contains("/part2"));
        mother.step(demo.agencyStaff(), made.placementPath(), "un-accept", Map.of("note", WORDS), 422);
        Made asked = sent("SUBSTANCE_USE");
        consented(asked);
        Map<String, Object> decline = Map.of("code", "NO_CAPACITY", "text", WORDS);
        mother.step(demo.agencyStaff(), asked.placementPath(), "decline", decline, 422);
        mother.step(
                demo.agencyStaff(),
                sent("ANXIETY").placementPath(),
                "decline",
                Map.of("code", "NO_CAPACITY", "text", WORDS, "part2", true),
                422);

        // When, then
        mother.step(demo.agencyStaff(), made.placementPath(), "hold", Map.of("reason", "SCHOOL_BREAK"), 200);
        mother.step(
                demo.agencyStaff(),
                asked.placementPath(),
                "decline",
                Map.of("code", "NO_CAPACITY", "text", "Full until June.", "part2", false),
                200);
    }

    private Made triaged(String concern) {
        Map<String, Object> form = ReferralMother.form();
        form.put("concerns", List.of(concern));
        UUID referral = UUID.fromString(ReferralMother.post(demo.educator(), "/api/v1/referrals", form, null)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        Made made = new Made(referral, null, null);
        mother.step(demo.coordinator(), made.referralPath(), "triage", ReferralMother.triageForm(), 200);
        return made;
    }

    private Made accepted(String concern) {
        return mother.acceptedAfter(triaged(concern), GENERAL);
    }

    private Made sent(String concern) {
        Made made = triaged(concern);
        Map<String, Object> form = new HashMap<>(ReferralMother.consentForm());
        form.put("scope", List.of(GENERAL));
        ReferralMother.post(demo.coordinator(), made.referralPath() + "/consents", form, null)
                .then()
                .statusCode(201);
        Response sent = mother.step(
                demo.coordinator(), made.referralPath(), "placements", Map.of("serviceId", World.SERVICE), 201);
        return new Made(made.referral(), UUID.fromString(sent.path("id")), null);
    }

    /** Another consent beside the general one. */
    private String consented(Made made) {
        Map<String, Object> form = new HashMap<>(ReferralMother.consentForm());
        form.put("scope", List.of("IDENTITY", "CONCERNS", "FEEDBACK", "ATTACHMENTS", "PART2"));
        Response given = ReferralMother.post(demo.coordinator(), made.referralPath() + "/consents", form, null);
        given.then().statusCode(201);
        return made.referralPath() + "/consents/" + given.path("id");
    }

    private static io.restassured.response.ValidatableResponse thread(TokenBuilder who, String path) {
        return ReferralMother.get(who, path + "/messages").then().statusCode(200);
    }

    private Response school(String path, Map<String, ?> body, int status) {
        Response answer = ReferralMother.post(demo.coordinator(), path, body, null);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return answer;
    }

    private void agency(String path, Map<String, ?> body, int status) {
        Response answer = ReferralMother.post(demo.agencyStaff(), path, body, null);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        if (status == 409) {
            answer.then().body("type", endsWith("consent-missing"));
        }
    }

    private void release(Made made, String file, int status) {
        given().auth()
                .oauth2(demo.coordinator().sign())
                .post(made.sentPath() + "/attachments/" + file + "/release")
                .then()
                .statusCode(status);
    }

    private static Response file(TokenBuilder who, String path, String query, int status) {
        Response added = given().auth()
                .oauth2(who.sign())
                .contentType("application/octet-stream")
                .body(WORDS.getBytes(StandardCharsets.UTF_8))
                .post(path + "/attachments" + query);
        assertThat(added.statusCode()).as(added.asString()).isEqualTo(status);
        return added;
    }
}
