package org.footbridge.referral.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.Bus;
import org.footbridge.referral.EventCounter;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything between sending and the end that is not the straight way: waiting, resting, asking, trying, taking back. */
@QuarkusTest
class ProgressTest {
    private static final String ANSWER = "After half past three, says " + World.CANARY;

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldPutAPlacementOnTheWaitingListAndAcceptItLater() {
        // Given
        Made made = mother.sent();

        // When
        Response waiting = agency(made, "waitlist", Map.of("expectedDays", 21), 200);

        // Then
        waiting.then()
                .body("state", equalTo("WAITLISTED"))
                .body("expectedWaitDays", equalTo(21))
                .body("dates.acknowledgedAt", notNullValue())
                .body("allowed", hasItems("accept", "decline"));
        ReferralMother.get(demo.coordinator(), made.sentPath()).then().body("expectedWaitDays", equalTo(21));
        agency(made, "accept", Map.of(), 200).then().body("state", equalTo("ACCEPTED"));
    }

    @Test
    void shouldRestAndGoOnWhereItRested() {
        // Given
        Made made = mother.scheduled();
        String until = LocalDate.now().plusDays(30).toString();

        // When
        Response resting =
                agency(made, "hold", Map.of("reason", "SCHOOL_BREAK", "note", "winter", "until", until), 200);

        // Then
        resting.then()
                .body("state", equalTo("ON_HOLD"))
                .body("hold.reason", equalTo("SCHOOL_BREAK"))
                .body("hold.until", equalTo(until))
                .body("hold.from", equalTo("SCHEDULED"));
        agency(made, "resume", Map.of(), 200)
                .then()
                .body("state", equalTo("SCHEDULED"))
                .body("hold", nullValue());
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/history")
                .then()
                .body("items.find { it.to == 'ON_HOLD' }.reasonCode", equalTo("SCHOOL_BREAK"))
                .body("items.find { it.to == 'ON_HOLD' }.note", equalTo("winter"));
        assertThat(types(made, 9)).endsWith("referral.on_hold.v1", "referral.resumed.v1");
    }

    @Test
    void shouldRefuseFormsWithFaultsAndStaleVersions() {
        Made made = mother.accepted();
        agency(made, "hold", Map.of("reason", "TIRED"), 422);
        agency(made, "hold", Map.of("reason", "OTHER", "until", "2020-01-01"), 422)
                .then()
                .body("errors.pointer", contains("/until"));
        agency(made, "contact-attempts", ReferralMother.attemptForm(Duration.ofHours(-2), "PHONE", "REACHED"), 422)
                .then()
                .body("errors.code", contains("future"));
        agency(made, "contact-attempts", ReferralMother.attemptForm(Duration.ofDays(3), "PHONE", "REACHED"), 422)
                .then()
                .body("errors.code", contains("before-sent"));
        agency(mother.sent(), "waitlist", Map.of("expectedDays", 0), 422);
        agency(mother.sent(), "ask-info", Map.of("question", " "), 422);
        agency(mother.sent(), "ask-info", Map.of("question", "a\u0000b"), 422);
        for (String step : List.of("hold", "waitlist", "resume", "confirm-cancellation", "could-not-contact")) {
            Map<String, String> body = step.equals("hold") ? Map.of("reason", "OTHER") : Map.of();
            ReferralMother.post(demo.agencyStaff(), made.placementPath() + "/" + step, body, "\"77\"")
                    .then()
                    .statusCode(412);
        }
        ReferralMother.post(
                        demo.coordinator(),
                        made.sentPath() + "/request-cancellation",
                        Map.of("reason", "OTHER"),
                        "\"77\"")
                .then()
                .statusCode(412);
    }

    @Test
    void shouldAskTheSchoolAndReadItsAnswer() throws SQLException {
        // Given
        Made made = mother.agencyAsked();
        ReferralMother.get(demo.coordinator(), made.sentPath())
                .then()
                .body("state", equalTo("NEEDS_INFO"))
                .body("questions.question", contains(containsString("Which hours")))
                .body("questions[0].answer", nullValue());

        // When
        Response answered = school(made, "supply-info", Map.of("answer", ANSWER), 200);

        // Then
        answered.then().body("state", equalTo("ACKNOWLEDGED"));
        ReferralMother.get(demo.agencyStaff(), made.placementPath())
                .then()
                .body("questions", hasSize(1))
                .body("questions[0].answer", equalTo(ANSWER))
                .body("questions[0].answeredAt", notNullValue());
        assertThat(ledger(made, "ANSWERED")).isEqualTo(1);
        assertThat(ledger(made, "RELEASED")).isEqualTo(1);
        List<Bus.Relayed> events = Bus.eventsOf("footbridge.referral.v1", made.referral(), 7);
        assertThat(events.subList(5, 7))
                .extracting(event -> event.type().replace("org.footbridge.", ""))
                .containsExactly("referral.info_requested.v1", "referral.info_supplied.v1");
        assertThat(events)
                .allSatisfy(event -> assertThat(event.data()).doesNotContain(World.CANARY, "Which hours", "half past"));
    }

    @Test
    void shouldCarryTextOfEveryScriptToTheOtherSide() {
        // Given
        Made made = mother.sent();
        String question = "¿Cuándo?\n\u200f متى \uD83C\uDFEB";

        // When
        agency(made, "ask-info", Map.of("question", question), 200);

        // Then
        ReferralMother.get(demo.coordinator(), made.sentPath()).then().body("questions[0].question", equalTo(question));
    }

    @Test
    void shouldNotAnswerWithoutALiveConsent() throws SQLException {
        // Given
        Made made = mother.agencyAsked();
        String expired = "update consent set expires_on = '2020-01-01', signed_on = '2019-01-01' where referral_id = '"
                + made.referral() + "'";
        try (var superuser = database.connectAsSuperuser();
                var sql = superuser.createStatement()) {
            sql.execute(expired);
        }

        // When
        Response refused = school(made, "supply-info", Map.of("answer", ANSWER), 409);

        // Then
        refused.then().body("type", endsWith("consent-missing"));
        assertThat(ledger(made, "ANSWERED")).isZero();
        ReferralMother.get(demo.coordinator(), made.sentPath()).then().body("state", equalTo("NEEDS_INFO"));
    }

    @Test
    void shouldGiveUpOnlyAfterThreeTriesInVain() {
        // Given
        Made made = mother.accepted();
        Map<String, Object> call = ReferralMother.attemptForm(Duration.ZERO, "PHONE", "NO_ANSWER");
        mother.attempt(made, call, 201).then().body("channel", equalTo("PHONE"));
        mother.attempt(made, call, 201);
        mother.attempt(made, ReferralMother.attemptForm(Duration.ZERO, "EMAIL", "REACHED"), 201);
        ReferralMother.get(demo.agencyStaff(), made.placementPath() + "/transitions")
                .then()
                .body("items.find { it.name == 'could-not-contact' }.reason", equalTo("too-few-attempts"));

        // When
        Response refused = agency(made, "could-not-contact", Map.of(), 409);

        // Then
        refused.then()
                .body("type", endsWith("too-few-attempts"))
                .body("counted", equalTo(1))
                .body("needed", equalTo(3));
        ReferralMother.get(demo.agencyStaff(), made.placementPath()).then().body("contactAttempts", hasSize(3));
        ReferralMother.get(demo.coordinator(), made.sentPath()).then().body("contactAttempts", hasSize(3));
        Made tried = mother.triedInVain();
        agency(tried, "could-not-contact", Map.of(), 200).then().body("state", equalTo("COULD_NOT_CONTACT"));
        ReferralMother.get(demo.coordinator(), tried.referralPath()).then().body("state", equalTo("READY"));
    }

    @Test
    void shouldTakeBackAtOnceWhatTheAgencyHasNotDecided() {
        // Given
        Made made = mother.agencyAsked();

        // When
        Response cancelled = school(made, "request-cancellation", Map.of("reason", "SENT_TO_WRONG_SERVICE"), 200);

        // Then
        cancelled
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("cancellationReason", equalTo("SENT_TO_WRONG_SERVICE"))
                .body("accessOpen", equalTo(false));
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("READY"));
        refusedReading(made);
    }

    @Test
    void shouldLetTheAgencyConfirmWhatItHasTaken() {
        // Given
        Made made = mother.askedBack();
        ReferralMother.get(demo.agencyStaff(), made.placementPath())
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("cancellationRequested", equalTo(true))
                .body("allowed", hasItem("confirm-cancellation"));

        // When
        Response confirmed = agency(made, "confirm-cancellation", Map.of(), 200);

        // Then
        confirmed.then().body("state", equalTo("CANCELLED"));
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("READY"));
        refusedReading(made);
        assertThat(types(made, 9))
                .endsWith("referral.cancellation_requested.v1", "referral.cancelled.v1", "referral.access_revoked.v1");
    }

    @Test
    void shouldCallAVisitOff() {
        // Given
        Made made = mother.accepted();
        Map<String, Object> soon = Map.of(
                "startsAt", Instant.now().plusSeconds(7200).toString(), "durationMinutes", 50, "modality", "PHONE");
        String visit = agency(made, "appointments", soon, 201).path("id");

        // When
        Response cancelled = agency(made, "appointments/" + visit + "/cancel", Map.of("by", "FAMILY"), 200);

        // Then
        cancelled
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("cancelledBy", equalTo("FAMILY"))
                .body("cancelledLate", equalTo(true));
        ReferralMother.get(demo.agencyStaff(), made.placementPath()).then().body("state", equalTo("ACCEPTED"));
        agency(made, "appointments/" + visit + "/cancel", Map.of("by", "FAMILY"), 409)
                .then()
                .body("state", equalTo("CANCELLED"));
        agency(made, "appointments/" + visit + "/cancel", Map.of("by", "WEATHER"), 422);
    }

    @Test
    void shouldCallOffWhatIsBookedAtTheEnd() {
        // Given
        Made made = mother.scheduled();

        // When
        agency(made, "end-not-served", Map.of("code", "NOT_SERVED"), 200);

        // Then
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/history")
                .then()
                .body("items.findAll { it.kind == 'APPOINTMENT' }.to", contains("BOOKED", "CANCELLED"))
                .body("items.findAll { it.kind == 'PLACEMENT' }.to", hasItem("ENDED_NOT_SERVED"))
                .body("items.findAll { it.kind == 'REFERRAL' }.to", hasItem("READY"));
    }

    @Test
    void shouldCallOffWhatIsBookedWhicheverWayThePlacementEnds() {
        Map<String, Object> withdrawal = Map.of("reason", "OTHER");
        Made withdrawn = mother.scheduled();
        mother.step(demo.coordinator(), withdrawn.referralPath(), "withdraw", withdrawal, 200);
        calledOff(withdrawn);
        Made wrong = mother.scheduled();
        mother.step(demo.coordinator(), wrong.referralPath(), "enter-in-error", Map.of("reason", "twice"), 200);
        calledOff(wrong);
        Made revoked = mother.scheduled();
        String consents = revoked.referralPath() + "/consents";
        String consent = ReferralMother.get(demo.coordinator(), consents).path("items[0].id");
        ReferralMother.post(demo.coordinator(), consents + "/" + consent + "/revoke", Map.of(), "\"0\"")
                .then()
                .statusCode(200);
        calledOff(revoked);
    }

    private void calledOff(Made made) {
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/history")
                .then()
                .body("items.findAll { it.kind == 'APPOINTMENT' }.to", contains("BOOKED", "CANCELLED"))
                .body("items.findAll { it.kind == 'APPOINTMENT' }.reasonCode", hasItem("SCHOOL"));
    }

    @Test
    void shouldLetGoOfWhatTheSchoolWantsBackByTakingTheAcceptanceBack() {
        // Given
        Made made = mother.askedBack();

        // When
        Response given = agency(made, "un-accept", Map.of(), 200);

        // Then
        given.then().body("state", equalTo("CANCELLED"));
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("READY"));
        refusedReading(made);
    }

    @Test
    void shouldTellTheAgencyWhatItMayDoNext() {
        // Given
        Made made = mother.sent();

        // When
        Response steps = ReferralMother.get(demo.agencyStaff(), made.placementPath() + "/transitions");

        // Then
        steps.then()
                .statusCode(200)
                .body("state", equalTo("SENT"))
                .body(
                        "items.findAll { it.allowed }.name",
                        contains("acknowledge", "ask-info", "waitlist", "accept", "decline", "contact-attempts"))
                .body("items.find { it.name == 'complete' }.reason", equalTo("wrong-state"))
                .body("items.name", not(hasItem("supply-info")));
        ReferralMother.get(demo.agencyStaff(), mother.accepted().placementPath() + "/transitions")
                .then()
                .body("items.find { it.name == 'confirm-cancellation' }.reason", equalTo("not-requested"));
    }

    @Test
    void shouldShowNothingOfTheRecordAfterAnEndWithoutService() {
        // Given
        Made declined = mother.sent();
        Made unserved = mother.accepted();

        // When
        agency(declined, "decline", Map.of("code", "NO_CAPACITY"), 200).then().body("accessOpen", equalTo(false));
        agency(unserved, "end-not-served", Map.of("code", "MOVED"), 200).then().body("accessOpen", equalTo(false));

        // Then
        refusedReading(declined);
        refusedReading(unserved);
        ReferralMother.get(demo.agencyStaff(), "/api/v1/placements?limit=200")
                .then()
                .body("items.find { it.id == '" + declined.placement() + "' }.state", equalTo("DECLINED"));
        ReferralMother.get(demo.agencyStaff(), mother.completed().placementPath())
                .then()
                .statusCode(200);
    }

    private void refusedReading(Made made) {
        ReferralMother.get(demo.agencyStaff(), made.placementPath())
                .then()
                .statusCode(403)
                .body("type", endsWith("access-revoked"));
    }

    private Response agency(Made made, String step, Map<String, ?> body, int status) {
        return mother.step(demo.agencyStaff(), made.placementPath(), step, body, status);
    }

    private Response school(Made made, String step, Map<String, ?> body, int status) {
        return mother.step(demo.coordinator(), made.sentPath(), step, body, status);
    }

    private long ledger(Made made, String kind) throws SQLException {
        return new EventCounter(database)
                .query("select count(*) from disclosure where kind = ? and placement_id = ?", kind, made.placement());
    }

    private static List<String> types(Made made, int count) {
        return Bus.eventsOf("footbridge.referral.v1", made.referral(), count).stream()
                .map(event -> event.type().replace("org.footbridge.", ""))
                .toList();
    }
}
