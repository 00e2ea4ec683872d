package org.footbridge.referral;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TokenBuilder;

/** Makes referrals in each state through the public API. */
public final class ReferralMother {
    /** On the day before in every zone, and not more than a day before a referral that was sent just now. */
    private static final Duration ALMOST_A_DAY = Duration.ofHours(24).minusMinutes(5);

    private final DemoTokens demo;

    public ReferralMother(DemoTokens demo) {
        this.demo = demo;
    }

    /** A referral with its placement, and its appointment where there is one. */
    public record Made(UUID referral, UUID placement, UUID appointment) {
        public String referralPath() {
            return "/api/v1/referrals/" + referral;
        }

        public String placementPath() {
            return "/api/v1/placements/" + placement;
        }

        /** The placement as the school's coordinator sees it. */
        public String sentPath() {
            return referralPath() + "/placements/" + placement;
        }
    }

    public static Map<String, Object> form() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("studentId", World.STUDENT);
        form.put("urgency", "ROUTINE");
        form.put("concerns", List.of("ANXIETY", "SOCIAL"));
        form.put("description", "Stays alone at recess, says " + World.CANARY + ".");
        form.put("homeLanguage", "es");
        form.put("insurance", "MEDICAID");
        return form;
    }

    public static Map<String, Object> consentForm() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("method", "PAPER_SCAN");
        form.put("recipientAgencyId", DemoTokens.HARBOR_LIGHT);
        form.put("scope", List.of("IDENTITY", "CONTACT", "CONCERNS"));
        form.put("purpose", "TREATMENT");
        form.put("signerGuardianId", World.GUARDIAN);
        form.put("signerRole", "GUARDIAN");
        form.put("signedOn", LocalDate.now().minusDays(1).toString());
        form.put("documentHash", "0123456789abcdef".repeat(4));
        form.put("expiresOn", LocalDate.now().plusYears(1).toString());
        return form;
    }

    /** Works at another school of the district, and has no relation to any referral of the mother's. */
    public TokenBuilder otherSchoolsCounselor() {
        return demo.tokens()
                .person("stf-9006@example.edu")
                .tenant(DemoTokens.PRAIRIE_VIEW)
                .roles("counselor")
                .scopes("referral:read", "referral:write", "consent:read", "consent:write");
    }

    public static Map<String, Object> releaseForm() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("serviceId", World.SERVICE);
        form.put("basis", "HEALTH_SAFETY");
        form.put("scope", List.of("IDENTITY", "CONTACT", "CONCERNS"));
        form.put("purpose", "TREATMENT");
        form.put("threatDescription", "Will hurt himself tonight, says " + World.CANARY + ".");
        form.put("reason", "No guardian can be reached.");
        return form;
    }

    public static Map<String, Object> triageForm() {
        return Map.of("urgency", "URGENT", "tier", 2);
    }

    public static Map<String, Object> visitForm() {
        return Map.of(
                "startsAt", Instant.now().minusSeconds(60).toString(), "durationMinutes", 50, "modality", "IN_PERSON");
    }

    public static Map<String, Object> attemptForm(Duration ago, String channel, String outcome) {
        return Map.of("at", Instant.now().minus(ago).toString(), "channel", channel, "outcome", outcome);
    }

    public Made submitted() {
        Response made = post(demo.educator(), "/api/v1/referrals", form(), null);
        return new Made(id(made, 201), null, null);
    }

    /** Of the educator. */
    /** Of the student who is on the way to the other school. */
    public Made submittedForTheMoving() {
        Map<String, Object> form = form();
        form.put("studentId", World.MOVING_STUDENT);
        form.put("schoolId", World.SCHOOL);
        return new Made(id(post(demo.educator(), "/api/v1/referrals", form, null), 201), null, null);
    }

    public UUID draft() {
        return id(post(demo.educator(), "/api/v1/referrals/drafts", form(), null), 201);
    }

    /** Waits for the referrer's answer. */
    public Made asked() {
        Made made = submitted();
        step(
                demo.coordinator(),
                made.referralPath(),
                "ask-info",
                Map.of("question", "Since when, " + World.CANARY),
                200);
        return made;
    }

    public Made crisis() {
        Map<String, Object> form = Map.of("studentId", World.STUDENT, "urgency", "CRISIS");
        return new Made(id(post(demo.educator(), "/api/v1/referrals", form, null), 201), null, null);
    }

    public Made triaged() {
        Made made = submitted();
        step(demo.coordinator(), made.referralPath(), "triage", triageForm(), 200);
        return made;
    }

    public Made ready() {
        Made made = triaged();
        id(post(demo.coordinator(), made.referralPath() + "/consents", consentForm(), null), 201);
        return made;
    }

    public Made sent() {
        Made made = ready();
        Response sent =
                step(demo.coordinator(), made.referralPath(), "placements", Map.of("serviceId", World.SERVICE), 201);
        return new Made(made.referral(), UUID.fromString(sent.path("id")), null);
    }

    public Made accepted() {
        Made made = sent();
        step(demo.agencyStaff(), made.placementPath(), "accept", Map.of(), 200);
        return made;
    }

    public Made scheduled() {
        Made made = accepted();
        Response booked = step(demo.agencyStaff(), made.placementPath(), "appointments", visitForm(), 201);
        return new Made(made.referral(), made.placement(), UUID.fromString(booked.path("id")));
    }

    public Made inService() {
        Made made = scheduled();
        attend(made, "KEPT", 200);
        return made;
    }

    public Made completed() {
        Made made = inService();
        step(demo.agencyStaff(), made.placementPath(), "complete", Map.of("outcome", "SERVED_IMPROVED"), 200);
        return made;
    }

    /** The agency has asked what it needs to know. */
    public Made agencyAsked() {
        Made made = sent();
        Map<String, String> question = Map.of("question", "Which hours suit " + World.CANARY + "?");
        step(demo.agencyStaff(), made.placementPath(), "ask-info", question, 200);
        return made;
    }

    public Made onHold() {
        Made made = accepted();
        step(demo.agencyStaff(), made.placementPath(), "hold", Map.of("reason", "SCHOOL_BREAK"), 200);
        return made;
    }

    /** The family was tried often enough to give up. */
    public Made triedInVain() {
        Made made = accepted();
        attempt(made, attemptForm(ALMOST_A_DAY, "PHONE", "NO_ANSWER"), 201);
        attempt(made, attemptForm(Duration.ZERO, "PHONE", "LEFT_MESSAGE"), 201);
        attempt(made, attemptForm(Duration.ZERO, "EMAIL", "NO_ANSWER"), 201);
        return made;
    }

    /** The agency has accepted, and the school wants it back. */
    public Made askedBack() {
        Made made = accepted();
        step(demo.coordinator(), made.sentPath(), "request-cancellation", Map.of("reason", "WAIT_TOO_LONG"), 200);
        return made;
    }

    /** Accepted, and the consent lets the agency tell the school what helps. */
    public Made acceptedWithFeedback() {
        return acceptedWith("IDENTITY", "FEEDBACK");
    }

    /** Accepted under a consent to these parts. */
    public Made acceptedWith(String... scope) {
        return acceptedAfter(triaged(), scope);
    }

    /** Goes on from a triaged referral. */
    public Made acceptedAfter(Made made, String... scope) {
        Map<String, Object> consent = consentForm();
        consent.put("scope", List.of(scope));
        id(post(demo.coordinator(), made.referralPath() + "/consents", consent, null), 201);
        Response sent =
                step(demo.coordinator(), made.referralPath(), "placements", Map.of("serviceId", World.SERVICE), 201);
        Made placed = new Made(made.referral(), UUID.fromString(sent.path("id")), null);
        step(demo.agencyStaff(), placed.placementPath(), "accept", Map.of(), 200);
        return placed;
    }

    /** A file of the school. */
    public UUID file(Made made) {
        return UUID.fromString(file(demo.coordinator(), made.referralPath()));
    }

    private static String file(TokenBuilder who, String path) {
        return given().auth()
                .oauth2(who.sign())
                .contentType("application/octet-stream")
                .body(("Attendance of " + World.CANARY).getBytes(StandardCharsets.UTF_8))
                .post(path + "/attachments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Accepted, with a file of the agency. */
    public Made withFileOfTheAgency() {
        Made made = acceptedWithFeedback();
        return new Made(
                made.referral(), made.placement(), UUID.fromString(file(demo.agencyStaff(), made.placementPath())));
    }

    /** The agency has recommended something. */
    public Made recommended() {
        Made made = acceptedWithFeedback();
        Map<String, Object> form = Map.of("code", "OTHER", "text", "Sit with " + World.CANARY);
        id(post(demo.agencyStaff(), made.placementPath() + "/recommendations", form, null), 201);
        return made;
    }

    /** The school has written, and the agency has read it. */
    public Made wroteAndRead() {
        Made made = accepted();
        Map<String, String> text = Map.of("text", "Which day suits " + World.CANARY + "?");
        UUID message = id(post(demo.coordinator(), made.sentPath() + "/messages", text, null), 201);
        post(demo.agencyStaff(), made.placementPath() + "/messages/read", Map.of("upTo", message), null)
                .then()
                .statusCode(200);
        return made;
    }

    public Response attempt(Made made, Map<String, ?> form, int status) {
        return step(demo.agencyStaff(), made.placementPath(), "contact-attempts", form, status);
    }

    public Response attend(Made made, String outcome, int status) {
        return step(
                demo.agencyStaff(),
                made.placementPath(),
                "appointments/" + made.appointment() + "/attendance",
                Map.of("outcome", outcome),
                status);
    }

    /** Reads the resource, then posts to a path below it with the ETag that it has. */
    public Response step(TokenBuilder who, String path, String step, Map<String, ?> body, int status) {
        Response answer = post(who, path + "/" + step, body, etag(who, path));
        answer.then().statusCode(status);
        return answer;
    }

    public static Response post(TokenBuilder who, String path, Map<String, ?> body, String etag) {
        var request =
                given().auth().oauth2(who.sign()).contentType(ContentType.JSON).body(body);
        return (etag == null ? request : request.header("If-Match", etag)).post(path);
    }

    public static Response get(TokenBuilder who, String path) {
        return given().auth().oauth2(who.sign()).get(path);
    }

    public static String etag(TokenBuilder who, String path) {
        return get(who, path).then().statusCode(200).extract().header("ETag");
    }

    private static UUID id(Response made, int status) {
        return UUID.fromString(made.then().statusCode(status).extract().path("id"));
    }
}
