package org.footbridge.referral.crisis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.Bus;
import org.footbridge.referral.Bus.Relayed;
import org.footbridge.referral.EventCounter;
import org.footbridge.referral.OnCall;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.TestClock;
import org.footbridge.referral.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crisis goes from one to the next until somebody has it in hand, and nobody ends it before. */
@QuarkusTest
class CrisisPathTest {
    private static final Duration TURN = Duration.ofMinutes(15).plusSeconds(5);

    TestDatabase database;
    DemoTokens demo;

    @Inject
    TestClock clock;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        OnCall.remove(database);
        mother = new ReferralMother(demo);
    }

    @AfterEach
    void reset() {
        clock.reset();
        OnCall.remove(database);
    }

    @Test
    void shouldPassACrisisOnUntilSomebodyHasItInHand() throws SQLException {
        // Given
        OnCall.set(demo.districtAdmin(), OnCall.chain());
        Made made = mother.crisis();
        assertTold(made, "referral.crisis_raised.v1", "ON_CALL", "stf-9004@example.edu");

        // When
        waitForLevel(made, 1);
        assertTold(made, "referral.crisis_escalated.v1", "COORDINATOR", "stf-9002@example.edu");
        waitForLevel(made, 2);
        assertTold(made, "referral.crisis_escalated.v1", "ON_CALL", "stf-9002@example.edu");
        clock.advance(TURN);
        await().until(() -> crisisEvents(made).size() == 4);
        Response answer = acknowledge(demo.otherEducator(), made);

        // Then
        answer.then()
                .statusCode(200)
                .body("acknowledgedBy", equalTo(World.OTHER_TEACHER.toString()))
                .body("nextAt", nullValue());
        assertThat(waiting(made)).isZero();
        assertThat(crisisEvents(made).stream().map(Relayed::type))
                .containsExactly(
                        "org.footbridge.referral.crisis_raised.v1",
                        "org.footbridge.referral.crisis_escalated.v1",
                        "org.footbridge.referral.crisis_escalated.v1",
                        "org.footbridge.referral.crisis_escalated.v1",
                        "org.footbridge.referral.crisis_acknowledged.v1");
        assertThat(crisisEvents(made).stream()
                        .map(event -> JsonPath.from(event.data()).getInt("crisis.level")))
                .containsExactly(0, 1, 2, 2, 2);
        assertThat(crisisEvents(made))
                .allSatisfy(event -> assertThat(event.agency()).isNull());
        resolve(made, "referral.crisis_escalated.v1").then().body("recipients", empty());
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/history")
                .then()
                .body("items.reasonCode", hasItem("CRISIS_ACKNOWLEDGED"));
    }

    @Test
    void shouldPassItOnOnceAfterALongSilence() {
        // Given
        OnCall.set(demo.districtAdmin(), OnCall.chain());
        Made made = mother.crisis();

        // When
        clock.advance(Duration.ofDays(2));

        // Then
        await().until(() -> crisisEvents(made).size() == 2);
        assertThat(level(made)).isEqualTo(1);
    }

    @Test
    void shouldNeedNoChain() {
        // Given
        Made made = mother.crisis();
        resolve(made, "referral.crisis_raised.v1")
                .then()
                .body("recipients.address", hasItem("stf-9002@example.edu"))
                .body("recipients.role.unique()", contains("COORDINATOR"));

        // When
        waitForLevel(made, 1);

        // Then
        resolve(made, "referral.crisis_escalated.v1")
                .then()
                .body("recipients.address", hasItem("stf-9002@example.edu"));
        clock.advance(TURN);
        await().until(() -> crisisEvents(made).size() == 3);
        assertThat(level(made)).isEqualTo(1);
    }

    @Test
    void shouldShowACrisisToItsOnCallContact() throws SQLException {
        // Given
        Made made = mother.crisis();
        Made other = mother.submitted();
        ReferralMother.get(demo.otherEducator(), made.referralPath()).then().statusCode(404);

        // When
        OnCall.set(demo.districtAdmin(), OnCall.chain());

        // Then
        ReferralMother.get(demo.otherEducator(), made.referralPath())
                .then()
                .statusCode(200)
                .body("form.missing", contains("description", "location"))
                .body("tier", nullValue());
        assertThat(new EventCounter(database)
                        .query(
                                "select count(*) from access_log where relation = 'ON_CALL' and operation = 'referral'"
                                        + " and ? = any(subject_ids)",
                                made.referral()))
                .isEqualTo(1);
        ReferralMother.get(demo.otherEducator(), other.referralPath()).then().statusCode(404);
        ReferralMother.post(demo.otherEducator(), made.referralPath() + "/withdraw", Map.of("reason", "OTHER"), "\"0\"")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldNotEndACrisisThatNobodyHasLookedAt() {
        // Given
        Made made = mother.crisis();
        Map<String, String> words = Map.of("code", "NO_LONGER_NEEDED", "text", "It was a misunderstanding.");

        // When, then
        mother.step(demo.coordinator(), made.referralPath(), "close", words, 409)
                .then()
                .body("type", endsWith("crisis-unacknowledged"));
        mother.step(demo.educator(), made.referralPath(), "withdraw", Map.of("reason", "OTHER"), 409);
        mother.step(demo.coordinator(), made.referralPath(), "enter-in-error", Map.of("reason", "wrong"), 409);
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("SUBMITTED"));
        acknowledge(demo.coordinator(), made).then().statusCode(200);
        mother.step(demo.coordinator(), made.referralPath(), "close", words, 200);
    }

    @Test
    void shouldTakeATriageForTheWordThatSomebodyHasIt() throws SQLException {
        // Given
        Made made = mother.crisis();
        Made found = mother.submitted();

        // When
        mother.step(demo.coordinator(), made.referralPath(), "triage", ReferralMother.triageForm(), 200);
        mother.step(demo.coordinator(), found.referralPath(), "triage", Map.of("urgency", "CRISIS", "tier", 3), 200);

        // Then
        for (Made each : List.of(made, found)) {
            ReferralMother.get(demo.educator(), each.referralPath() + "/crisis")
                    .then()
                    .statusCode(200)
                    .body("acknowledgedBy", equalTo(World.COORDINATOR.toString()));
            assertThat(waiting(each)).isZero();
        }
    }

    @Test
    void shouldKeepTheFirstWhoAcknowledges() {
        // Given
        OnCall.set(demo.districtAdmin(), OnCall.chain());
        Made made = mother.crisis();

        // When
        acknowledge(demo.otherEducator(), made).then().statusCode(200);
        Response second = acknowledge(demo.coordinator(), made);

        // Then
        second.then().statusCode(200).body("acknowledgedBy", equalTo(World.OTHER_TEACHER.toString()));
    }

    @Test
    void shouldBeAcknowledgedByNobodyElse() {
        Made made = mother.crisis();

        acknowledge(demo.educator(), made).then().statusCode(403);
        acknowledge(demo.otherEducator(), made).then().statusCode(404);
        acknowledge(demo.otherDistrictCoordinator(), made).then().statusCode(404);
        acknowledge(demo.districtAdmin(), made).then().statusCode(403);
        acknowledge(demo.agencyStaff(), made).then().statusCode(403);
        given().post(made.referralPath() + "/acknowledge-crisis").then().statusCode(401);
        acknowledge(demo.coordinator(), mother.submitted()).then().statusCode(404);
        ReferralMother.get(demo.educator(), made.referralPath() + "/crisis")
                .then()
                .body("acknowledgedAt", nullValue())
                .body("level", equalTo(0))
                .body("nextAt", not(nullValue()));
    }

    private void assertTold(Made made, String type, String role, String address) {
        resolve(made, type)
                .then()
                .statusCode(200)
                .body("recipients.role", hasItem(role))
                .body("recipients.address", hasItem(address))
                .body("recipients.allowed", not(hasItem(false)));
    }

    private void waitForLevel(Made made, int wanted) {
        clock.advance(TURN);
        await().until(() -> level(made) == wanted);
    }

    private int level(Made made) {
        return ReferralMother.get(demo.educator(), made.referralPath() + "/crisis")
                .path("level");
    }

    private Response acknowledge(TokenBuilder who, Made made) {
        return given().auth().oauth2(who.sign()).post(made.referralPath() + "/acknowledge-crisis");
    }

    private List<Relayed> crisisEvents(Made made) {
        try {
            int all = (int) new EventCounter(database).of(made.referral());
            return Bus.eventsOf("footbridge.referral.v1", made.referral(), all).stream()
                    .filter(event -> event.type().contains("crisis"))
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long waiting(Made made) throws SQLException {
        return new EventCounter(database)
                .query("select count(*) from work_queue where kind = 'crisis' and id = ?", made.referral());
    }

    private Response resolve(Made made, String type) {
        Map<String, Object> question =
                Map.of("eventId", UUID.randomUUID(), "type", type, "referralId", made.referral());
        return ReferralMother.post(demo.internalService(), "/internal/v1/recipients/resolve", question, null);
    }
}
