package org.footbridge.referral;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.describedAs;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ReferralMother.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps in the wrong order, stale versions and forms with faults: refused with what would be right. */
@QuarkusTest
class WrongOrderTest {
    private static final Map<String, Object> TO_SERVICE = Map.of("serviceId", World.SERVICE);

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldSayWhatIsAllowedInsteadOfSendingWhatWasNotTriaged() {
        // Given
        Made made = mother.submitted();

        // When
        Response refused = mother.step(demo.coordinator(), made.referralPath(), "placements", TO_SERVICE, 409);

        // Then
        refused.then()
                .body("type", endsWith("wrong-state"))
                .body("state", equalTo("SUBMITTED"))
                .body(
                        "allowed",
                        contains(
                                "ask-info",
                                "add-details",
                                "triage",
                                "withdraw",
                                "close",
                                "mark-duplicate",
                                "transfer-out",
                                "assign",
                                "enter-in-error"));
    }

    @Test
    void shouldRefuseEachStepOfTheSchoolInTheWrongState() {
        refusedBySchool(mother.triaged(), "triage", ReferralMother.triageForm());
        refusedBySchool(mother.submitted(), "refuse-consent", Map.of());
        refusedBySchool(mother.triaged(), "placements", TO_SERVICE);
        refusedBySchool(mother.sent(), "placements", TO_SERVICE);
        refusedBySchool(mother.completed(), "withdraw", Map.of("reason", "OTHER"));
        refusedBySchool(mother.submitted(), "consents", ReferralMother.consentForm());
        refusedBySchool(mother.triaged(), "ask-info", Map.of("question", "Since when?"));
        refusedBySchool(mother.submitted(), "supply-info", Map.of("answer", "Since May."));
        refusedBySchool(mother.completed(), "add-details", Map.of("strengths", "Draws well."));
        refusedBySchool(mother.sent(), "close", Map.of("code", "NO_LONGER_NEEDED"));
        refusedBySchool(
                mother.sent(), "mark-duplicate", Map.of("of", mother.submitted().referral()));
        refusedBySchool(mother.completed(), "transfer-out", Map.of());
        refusedBySchool(mother.completed(), "assign", Map.of("personId", World.COORDINATOR));
    }

    private void refusedBySchool(Made made, String step, Map<String, ?> body) {
        mother.step(demo.coordinator(), made.referralPath(), step, body, 409)
                .then()
                .body("allowed", not(hasItem(step)));
    }

    @Test
    void shouldRefuseEachStepOfTheAgencyInTheWrongState() {
        Map<String, String> outcome = Map.of("outcome", "SERVED_IMPROVED");
        refusedByAgency(mother.sent(), "appointments", ReferralMother.visitForm());
        refusedByAgency(mother.sent(), "complete", outcome);
        refusedByAgency(mother.sent(), "un-accept", Map.of());
        refusedByAgency(mother.sent(), "end-not-served", Map.of("code", "MOVED"));
        refusedByAgency(mother.accepted(), "acknowledge", Map.of());
        refusedByAgency(mother.accepted(), "decline", Map.of("code", "NO_CAPACITY"));
        refusedByAgency(mother.scheduled(), "complete", outcome);
        refusedByAgency(mother.completed(), "could-not-contact", Map.of());
        mother.attend(mother.inService(), "KEPT", 409);
    }

    @Test
    void shouldRefuseToWaitRestAndAskInTheWrongState() {
        refusedByAgency(mother.accepted(), "waitlist", Map.of());
        refusedByAgency(mother.accepted(), "ask-info", Map.of("question", "When?"));
        refusedByAgency(mother.sent(), "hold", Map.of("reason", "OTHER"));
        refusedByAgency(mother.accepted(), "resume", Map.of());
        refusedByAgency(mother.onHold(), "hold", Map.of("reason", "OTHER"));
        refusedByAgency(mother.accepted(), "confirm-cancellation", Map.of());
        refusedByAgency(
                mother.completed(),
                "contact-attempts",
                ReferralMother.attemptForm(Duration.ZERO, "PHONE", "NO_ANSWER"));
    }

    @Test
    void shouldRefuseToAnswerWhatNobodyAskedAndToAskBackTwice() {
        refusedFollowUp(mother.sent(), "supply-info", Map.of("answer", "After school."));
        refusedFollowUp(mother.askedBack(), "request-cancellation", Map.of("reason", "OTHER"));
        refusedFollowUp(mother.completed(), "request-cancellation", Map.of("reason", "OTHER"));
    }

    private void refusedFollowUp(Made made, String step, Map<String, ?> body) {
        mother.step(demo.coordinator(), made.sentPath(), step, body, 409).then().body("type", endsWith("wrong-state"));
    }

    private void refusedByAgency(Made made, String step, Map<String, ?> body) {
        mother.step(demo.agencyStaff(), made.placementPath(), step, body, 409)
                .then()
                .body("type", endsWith("wrong-state"))
                .body("allowed", not(hasItem(step)));
    }

    @Test
    void shouldNotRecordAttendanceBeforeTheVisit() {
        // Given
        Made made = mother.accepted();
        Map<String, Object> tomorrow = Map.of(
                "startsAt", Instant.now().plusSeconds(86_400).toString(), "durationMinutes", 50, "modality", "PHONE");
        String visit = mother.step(demo.agencyStaff(), made.placementPath(), "appointments", tomorrow, 201)
                .path("id");

        // When
        Response refused = mother.step(
                demo.agencyStaff(),
                made.placementPath(),
                "appointments/" + visit + "/attendance",
                Map.of("outcome", "KEPT"),
                409);

        // Then
        refused.then().body("type", endsWith("too-early"));
    }

    @Test
    void shouldNeedTheCurrentVersionForEveryChange() {
        Made made = mother.sent();
        Map<String, String> withdraw = Map.of("reason", "OTHER");
        versioned("428 without", made.referralPath() + "/withdraw", withdraw, null, 428);
        versioned("412 stale", made.referralPath() + "/withdraw", withdraw, "\"0\"", 412);
        ReferralMother.post(demo.agencyStaff(), made.placementPath() + "/accept", Map.of(), null)
                .then()
                .statusCode(428);
        ReferralMother.post(demo.agencyStaff(), made.placementPath() + "/accept", Map.of(), "\"77\"")
                .then()
                .statusCode(412);
        ReferralMother.get(demo.agencyStaff(), made.placementPath()).then().body("state", equalTo("SENT"));
    }

    private void versioned(String why, String path, Map<String, ?> body, String etag, int status) {
        Response refused = ReferralMother.post(demo.coordinator(), path, body, etag);
        refused.then().statusCode(describedAs(why, equalTo(status)));
    }

    @Test
    void shouldNameEveryFaultOfAFormAtOnce() {
        // Given
        Map<String, Object> form = ReferralMother.form();
        form.put("urgency", "SOMETIME");
        form.put("concerns", List.of("ANXIETY", "SORCERY"));
        form.put("description", "x".repeat(2001));
        form.put("receivedOn", LocalDate.now().plusDays(3).toString());
        form.put("homeLanguage", "not a language");
        form.put("studentId", World.FOREIGN_STUDENT);

        // When
        Response refused = ReferralMother.post(demo.educator(), "/api/v1/referrals", form, null);

        // Then
        refused.then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/concerns/1",
                                "/description",
                                "/homeLanguage",
                                "/receivedOn",
                                "/studentId",
                                "/urgency"));
    }

    @Test
    void shouldRefuseAStudentOfAnotherSchoolAsOneWhoDoesNotExist() {
        refusedStudent(World.OTHER_SCHOOLS_STUDENT, "unknown");
        refusedStudent(World.FOREIGN_STUDENT, "unknown");
        refusedStudent(World.GONE_STUDENT, "not-active");
    }

    private void refusedStudent(UUID student, String code) {
        Map<String, Object> form = ReferralMother.form();
        form.put("studentId", student);
        ReferralMother.post(demo.educator(), "/api/v1/referrals", form, null)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/studentId"))
                .body("errors.code", contains(code));
    }

    @Test
    void shouldTakeACrisisWithNothingButTheStudent() {
        // When
        Response made = ReferralMother.post(
                demo.educator(), "/api/v1/referrals", Map.of("studentId", World.STUDENT, "urgency", "CRISIS"), null);

        // Then
        made.then().statusCode(201);
        ReferralMother.get(demo.coordinator(), "/api/v1/referrals/" + made.path("id"))
                .then()
                .body("form.missing", contains("description", "location"));
    }

    @Test
    void shouldGiveADeclinedReferralBackToTheCoordinator() {
        // Given
        Made made = mother.sent();
        Function<Map<String, ?>, Response> decline = body -> ReferralMother.post(
                demo.agencyStaff(),
                made.placementPath() + "/decline",
                body,
                ReferralMother.etag(demo.agencyStaff(), made.placementPath()));
        decline.apply(Map.of()).then().statusCode(422);
        decline.apply(Map.of("code", "OTHER")).then().statusCode(422);

        // When
        Response declined = decline.apply(Map.of("code", "NO_CAPACITY", "text", "full until June"));

        // Then
        declined.then().statusCode(200).body("state", equalTo("DECLINED"));
        ReferralMother.get(demo.coordinator(), made.referralPath())
                .then()
                .body("state", equalTo("READY"))
                .body("placements[0].declineCode", equalTo("NO_CAPACITY"))
                .body("placements[0].declineText", equalTo("full until June"));
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/history")
                .then()
                .body("items.to", hasItems("SUBMITTED", "TRIAGED", "AWAITING_CONSENT", "READY", "PLACED", "DECLINED"))
                .body("items.findAll { it.to == 'DECLINED' }.actorOrg", contains(DemoTokens.HARBOR_LIGHT.toString()));
        ReferralMother.get(demo.educator(), made.referralPath() + "/history")
                .then()
                .body("items.reasonCode", not(hasItem("NO_CAPACITY")))
                .body("items.note", not(hasItem("full until June")));
    }

    @Test
    void shouldTellWhatTheCallerMayDoNext() {
        // Given
        Made made = mother.ready();

        // When
        Response steps = ReferralMother.get(demo.educator(), made.referralPath() + "/transitions");

        // Then
        steps.then()
                .statusCode(200)
                .body("state", equalTo("READY"))
                .body("items.findAll { it.allowed }.name", contains("add-details"))
                .body("items.find { it.name == 'send' }.reason", equalTo("not-your-role"))
                .body("items.find { it.name == 'triage' }.reason", equalTo("wrong-state"));
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/transitions")
                .then()
                .body(
                        "items.findAll { it.allowed }.name",
                        contains(
                                "add-details",
                                "consent",
                                "send",
                                "place-in-school",
                                "withdraw",
                                "close",
                                "mark-duplicate",
                                "transfer-out",
                                "assign",
                                "enter-in-error",
                                "move-to-school",
                                "request-consent",
                                "revoke-consent",
                                "release"));
    }

    @Test
    void shouldAnswerARepeatedKeyWithTheFirstReferral() {
        Map<String, Object> form = ReferralMother.form();
        String key = "key-" + System.nanoTime();
        Function<Map<String, Object>, Response> submit = body -> RestAssured.given()
                .auth()
                .oauth2(demo.educator().sign())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/referrals");
        String first = submit.apply(form).then().statusCode(201).extract().path("id");

        // When
        Response again = submit.apply(form);

        // Then
        again.then().statusCode(201).header("Idempotency-Replayed", "true").body("id", equalTo(first));
        form.put("urgency", "URGENT");
        submit.apply(form).then().statusCode(422);
    }
}
