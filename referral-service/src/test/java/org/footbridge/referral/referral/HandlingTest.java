package org.footbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.describedAs;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.Bus;
import org.footbridge.referral.Bus.Relayed;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the school does with a referral on its own: ask, close, join, hand over, let go. */
@QuarkusTest
class HandlingTest {
    private static final String TOPIC = "footbridge.referral.v1";
    private static final Map<String, String> QUESTION = Map.of("question", "Since when does " + World.CANARY + " so?");
    private static final Map<String, String> ANSWER = Map.of("answer", "Since May, says " + World.CANARY);

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldAskTheReferrerAndGoOnWithTheAnswer() {
        // Given
        Made made = mother.submitted();

        // When
        coordinator(made, "ask-info", QUESTION, 200)
                .then()
                .body("state", equalTo("NEEDS_INFO"))
                .body("inquiries.kind", contains("QUESTION"));
        Response answered = mother.step(demo.educator(), made.referralPath(), "supply-info", ANSWER, 200);

        // Then
        answered.then()
                .body("state", equalTo("SUBMITTED"))
                .body("inquiries.kind", contains("QUESTION", "ANSWER"))
                .body("inquiries.role", contains("COORDINATOR", "EDUCATOR"))
                .body("inquiries.text", contains(QUESTION.get("question"), ANSWER.get("answer")));
        ReferralMother.get(demo.coordinator(), made.referralPath())
                .then()
                .body("inquiries.text", contains(QUESTION.get("question"), ANSWER.get("answer")));
        coordinator(made, "triage", ReferralMother.triageForm(), 200).then().body("inquiries.kind", hasItem("ANSWER"));
        history(made)
                .then()
                .body(
                        "items.findAll { it.kind == 'REFERRAL' }.to",
                        contains("SUBMITTED", "NEEDS_INFO", "SUBMITTED", "TRIAGED", "AWAITING_CONSENT"));
    }

    @Test
    void shouldLetACoordinatorAnswerWhatWasToldByPhone() {
        // Given
        Made made = mother.asked();

        // When
        Response answered = coordinator(made, "supply-info", ANSWER, 200);

        // Then
        answered.then().body("inquiries.role", contains("COORDINATOR", "COORDINATOR"));
    }

    @ParameterizedTest
    @EnumSource(
            value = CloseCode.class,
            names = {"OTHER"},
            mode = EnumSource.Mode.EXCLUDE)
    void shouldCloseWithACode(CloseCode code) {
        // Given
        Made made = mother.triaged();

        // When
        Response closed = coordinator(made, "close", Map.of("code", code.name()), 200);

        // Then
        closed.then()
                .body("state", equalTo("CLOSED_NOT_SERVED"))
                .body("outcome", equalTo(code.name()))
                .body("dates.closedAt", notNullValue());
        history(made)
                .then()
                .body("items[-1].to", equalTo("CLOSED_NOT_SERVED"))
                .body("items[-1].reasonCode", equalTo(code.name()));
        ReferralMother.get(demo.educator(), made.referralPath())
                .then()
                .body("status", equalTo("Closed"))
                .body("outcome", nullValue());
    }

    @Test
    void shouldNeedWordsForTheCodeOther() {
        // Given
        Made made = mother.triaged();

        // When
        Response refused = coordinator(made, "close", Map.of("code", "OTHER", "text", "  "), 422);

        // Then
        refused.then().body("errors.pointer", contains("/text")).body("errors.code", contains("needed"));
        coordinator(made, "close", Map.of("code", "OTHER", "text", "helped by " + World.CANARY), 200);
        history(made).then().body("items[-1].note", equalTo("helped by " + World.CANARY));
    }

    @Test
    void shouldNeedWordsToCloseACrisisWhateverTheCode() {
        // Given
        Made made = mother.crisis();
        ReferralMother.post(demo.coordinator(), made.referralPath() + "/acknowledge-crisis", Map.of(), null)
                .then()
                .statusCode(200);

        // When
        Response refused = coordinator(made, "close", Map.of("code", "NO_LONGER_NEEDED"), 422);

        // Then
        refused.then().body("errors.pointer", contains("/text"));
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("SUBMITTED"));
        coordinator(made, "close", Map.of("code", "NO_LONGER_NEEDED", "text", "safe, seen by the clinician"), 200);
    }

    @Test
    void shouldSuggestOtherOpenReferralsOfTheSameStudentOnly() {
        // Given
        Made made = mother.submitted();
        Made twin = mother.submitted();
        Made ended = mother.submitted();
        coordinator(ended, "transfer-out", Map.of(), 200);
        Map<String, Object> form = ReferralMother.form();
        form.put("studentId", World.STUDENT_OF_AGE);
        String namesake = ReferralMother.post(demo.educator(), "/api/v1/referrals", form, null)
                .path("id");

        // When
        Response found = ReferralMother.get(demo.coordinator(), made.referralPath() + "/duplicates");

        // Then
        found.then()
                .statusCode(200)
                .body("items.id", hasItem(twin.referral().toString()))
                .body("items.id", not(hasItems(made.referral().toString())))
                .body("items.id", not(hasItem(ended.referral().toString())))
                .body("items.id", not(hasItem(namesake)))
                .body("items.studentId.unique()", contains(World.STUDENT.toString()));
        ReferralMother.get(demo.educator(), made.referralPath() + "/duplicates")
                .then()
                .statusCode(403);
    }

    @Test
    void shouldJoinADuplicateToTheReferralThatGoesOn() {
        // Given
        Made made = mother.submitted();
        Made going = mother.triaged();
        String number =
                ReferralMother.get(demo.coordinator(), made.referralPath()).path("number");

        // When
        Response joined = coordinator(made, "mark-duplicate", Map.of("of", going.referral()), 200);

        // Then
        joined.then()
                .body("state", equalTo("DUPLICATE"))
                .body("duplicateOf", equalTo(going.referral().toString()));
        ReferralMother.get(demo.coordinator(), going.referralPath())
                .then()
                .body("state", equalTo("AWAITING_CONSENT"))
                .body("duplicateOf", nullValue());
        history(going)
                .then()
                .body("items[-1].reasonCode", equalTo("DUPLICATE_JOINED"))
                .body("items[-1].note", equalTo(number))
                .body("items[-1].from", equalTo("AWAITING_CONSENT"))
                .body("items[-1].to", equalTo("AWAITING_CONSENT"));
    }

    @Test
    void shouldTakeFromADuplicateWhatTheOtherFormDoesNotSay() {
        // Given
        Map<String, Object> form = ReferralMother.form();
        form.put("strengths", "Draws well.");
        form.put("description", "Says something else.");
        form.put("guardianMayBeContacted", false);
        String duplicate = ReferralMother.post(demo.educator(), "/api/v1/referrals", form, null)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Made going = mother.submitted();

        // When
        coordinator(
                new Made(UUID.fromString(duplicate), null, null),
                "mark-duplicate",
                Map.of("of", going.referral()),
                200);

        // Then
        ReferralMother.get(demo.coordinator(), going.referralPath())
                .then()
                .body("form.strengths", equalTo("Draws well."))
                .body("form.description", equalTo(ReferralMother.form().get("description")))
                .body("form.guardianMayBeContacted", equalTo(false));
    }

    @Test
    void shouldNotJoinWhatCannotGoOn() {
        // Given
        Made made = mother.submitted();
        Made duplicate = mother.submitted();
        coordinator(duplicate, "mark-duplicate", Map.of("of", made.referral()), 200);
        Map<String, Object> form = ReferralMother.form();
        form.put("studentId", World.STUDENT_OF_AGE);
        String others = ReferralMother.post(demo.educator(), "/api/v1/referrals", form, null)
                .path("id");
        form.put("studentId", World.FOREIGN_STUDENT);
        String foreign = ReferralMother.post(demo.otherDistrictCoordinator(), "/api/v1/referrals", form, null)
                .path("id");

        // When, then
        refusedTarget(made, made.referral().toString(), "itself");
        refusedTarget(made, duplicate.referral().toString(), "ended");
        refusedTarget(made, others, "unknown");
        refusedTarget(made, foreign, "unknown");
        refusedTarget(made, UUID.randomUUID().toString(), "unknown");
        coordinator(made, "mark-duplicate", Map.of(), 422).then().body("errors.pointer", contains("/of"));
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("SUBMITTED"));
    }

    @RepeatedTest(5)
    void shouldLetOnlyOneOfTwoEndInTheOther() throws Exception {
        // Given
        Made one = mother.submitted();
        Made other = mother.submitted();
        String first = ReferralMother.etag(demo.coordinator(), one.referralPath());
        String second = ReferralMother.etag(demo.coordinator(), other.referralPath());

        // When
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> marks = List.of(() -> mark(one, other, first), () -> mark(other, one, second));
            for (Future<Integer> mark : both.invokeAll(marks)) {
                statuses.add(mark.get());
            }
        }

        // Then
        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).containsAnyOf(412, 422);
    }

    private int mark(Made duplicate, Made going, String etag) {
        String path = duplicate.referralPath() + "/mark-duplicate";
        return ReferralMother.post(demo.coordinator(), path, Map.of("of", going.referral()), etag)
                .statusCode();
    }

    private void refusedTarget(Made made, String of, String code) {
        coordinator(made, "mark-duplicate", Map.of("of", of), 422)
                .then()
                .body("errors.pointer", contains("/of"))
                .body("errors.code", contains(code));
    }

    @Test
    void shouldHandAReferralToAnotherCoordinatorOfTheSchool() throws SQLException {
        // Given
        UUID colleague = UUID.fromString("01980000-0000-7000-8000-000000009004");
        Made made = mother.triaged();

        // When
        Response assigned = coordinator(made, "assign", Map.of("personId", colleague), 200);

        // Then
        assigned.then().body("coordinatorId", equalTo(colleague.toString())).body("state", equalTo("AWAITING_CONSENT"));
        history(made).then().body("items[-1].reasonCode", equalTo("ASSIGNED")).body("items[-1].note", notNullValue());
    }

    @Test
    void shouldNotHandAReferralToSomebodyWhoDoesNotCoordinateThere() {
        // Given
        Made made = mother.submitted();

        // When
        Response refused = coordinator(made, "assign", Map.of("personId", World.EDUCATOR), 422);

        // Then
        refused.then().body("errors.pointer", contains("/personId")).body("errors.code", contains("unknown"));
        coordinator(made, "assign", Map.of(), 422).then().body("errors.pointer", contains("/personId"));
    }

    @Test
    void shouldLetAStudentWhoHasLeftTheDistrictGo() {
        // Given
        Made made = mother.ready();

        // When
        Response gone = coordinator(made, "transfer-out", Map.of("note", "moved with " + World.CANARY), 200);

        // Then
        gone.then()
                .body("state", equalTo("TRANSFERRED_OUT"))
                .body("status", equalTo("The student has left the district"));
        history(made).then().body("items[-1].note", equalTo("moved with " + World.CANARY));
    }

    @ParameterizedTest
    @CsvSource({"ask-info, question", "close, code", "mark-duplicate, of", "assign, personId", "supply-info, answer"})
    void shouldNameWhatIsMissing(String step, String member) {
        coordinator(mother.asked(), step, Map.of(), 422).then().body("errors.pointer", contains("/" + member));
    }

    @Test
    void shouldRefuseTextsThatAreTooLongAndCodesThatAreNone() {
        // Given
        Made made = mother.submitted();
        String tooLong = "x".repeat(2001);

        // When, then
        faulty(made, "ask-info", Map.of("question", tooLong), "/question");
        faulty(made, "supply-info", Map.of("answer", tooLong), "/answer");
        faulty(made, "transfer-out", Map.of("note", tooLong), "/note");
        coordinator(made, "close", Map.of("code", "BORED", "text", tooLong), 422)
                .then()
                .body("errors.pointer", containsInAnyOrder("/code", "/text"));
        coordinator(made, "assign", Map.of("personId", "nobody"), 400);
    }

    private void faulty(Made made, String step, Map<String, ?> body, String pointer) {
        coordinator(made, step, body, 422).then().body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "ask-info, question, why",
        "supply-info, answer, so",
        "close, code, FAMILY_DECLINED",
        "mark-duplicate, of, 01980000-0000-7000-8000-000000000102",
        "transfer-out, note, gone",
        "add-details, strengths, draws",
        "assign, personId, 01980000-0000-7000-8000-000000009002"
    })
    void shouldRefuseAStaleVersionAStrangerAndWhoeverMayNot(String step, String member, String value) {
        // Given
        Made made = mother.asked();
        String path = made.referralPath() + "/" + step;
        Map<String, String> body = Map.of(member, value);
        String current = ReferralMother.etag(demo.coordinator(), made.referralPath());

        // When, then
        refused(demo.coordinator(), path, body, null, 428);
        refused(demo.coordinator(), path, body, "\"0\"", 412);
        refused(demo.otherDistrictCoordinator(), path, body, current, 404);
        boolean forEducators = step.equals("supply-info") || step.equals("add-details");
        refused(demo.otherEducator(), path, body, current, forEducators ? 404 : 403);
        if (!forEducators) {
            refused(demo.educator(), path, body, current, 403);
        }
        assertThat(ReferralMother.etag(demo.coordinator(), made.referralPath())).isEqualTo(current);
    }

    private static void refused(TokenBuilder who, String path, Map<String, ?> body, String etag, int status) {
        ReferralMother.post(who, path, body, etag).then().statusCode(describedAs(path, equalTo(status)));
    }

    @Test
    void shouldOfferTheReferrerTheAnswerAndNothingElse() {
        // Given
        Made made = mother.asked();

        // When
        Response steps = ReferralMother.get(demo.educator(), made.referralPath() + "/transitions");

        // Then
        steps.then()
                .body("items.findAll { it.allowed }.name", contains("supply-info", "add-details", "withdraw"))
                .body("items.find { it.name == 'close' }.reason", equalTo("not-your-role"))
                .body("items.find { it.name == 'ask-info' }.reason", equalTo("wrong-state"));
    }

    @Test
    void shouldTellTheBusWhatHappenedAndNoWordOfIt() {
        // Given
        Made made = mother.submitted();
        coordinator(made, "ask-info", QUESTION, 200);
        mother.step(demo.educator(), made.referralPath(), "supply-info", ANSWER, 200);
        coordinator(made, "assign", Map.of("personId", World.COORDINATOR), 200);
        coordinator(made, "close", Map.of("code", "OTHER", "text", World.CANARY), 200);

        // When
        List<Relayed> events = Bus.eventsOf(TOPIC, made.referral(), 5);

        // Then
        assertThat(events.stream().map(Relayed::type))
                .containsExactly(
                        "org.footbridge.referral.submitted.v1",
                        "org.footbridge.referral.needs_info.v1",
                        "org.footbridge.referral.info_received.v1",
                        "org.footbridge.referral.assigned.v1",
                        "org.footbridge.referral.closed.v1");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.agency()).isNull();
            assertThat(event.data()).doesNotContain(World.CANARY, World.COORDINATOR.toString());
        });
        assertThat(events.getLast().data()).contains("CLOSED_NOT_SERVED", "\"OTHER\"");
    }

    @Test
    void shouldTellTheBusOfADuplicateAndOfATransferOnTheirOwnReferralsOnly() {
        // Given
        Made going = mother.submitted();
        Made duplicate = mother.submitted();
        coordinator(duplicate, "mark-duplicate", Map.of("of", going.referral()), 200);
        coordinator(going, "transfer-out", Map.of("note", World.CANARY), 200);

        // When
        List<Relayed> ended = Bus.eventsOf(TOPIC, duplicate.referral(), 2);
        List<Relayed> went = Bus.eventsOf(TOPIC, going.referral(), 2);

        // Then
        assertThat(ended.getLast().type()).endsWith("referral.duplicate.v1");
        assertThat(went.getLast().type()).endsWith("referral.transferred_out.v1");
        assertThat(went.getLast().data()).doesNotContain(World.CANARY);
    }

    @Test
    void shouldNeverChangeWhatWasAsked() throws SQLException {
        // Given
        mother.asked();

        // When
        try (Connection app = database.connectAsApp();
                Statement sql = app.createStatement()) {
            sql.execute("select set_config('footbridge.tenant', '" + DemoTokens.PRAIRIE_VIEW + "', false)");
            // Then
            Assertions.assertThatThrownBy(() -> sql.executeUpdate("update referral_inquiry set text = 'nothing'"))
                    .hasMessageContaining("permission denied");
            sql.execute("select set_config('footbridge.tenant', '" + DemoTokens.EASTFIELD + "', false)");
            try (var rows = sql.executeQuery(
                    "select count(*) from referral_inquiry where tenant_id = '" + DemoTokens.PRAIRIE_VIEW + "'")) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
        }
    }

    private Response coordinator(Made made, String step, Map<String, ?> body, int status) {
        return mother.step(demo.coordinator(), made.referralPath(), step, body, status);
    }

    private Response history(Made made) {
        return ReferralMother.get(demo.coordinator(), made.referralPath() + "/history");
    }
}
