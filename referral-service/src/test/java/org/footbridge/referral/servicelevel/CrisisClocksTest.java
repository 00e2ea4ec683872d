package org.footbridge.referral.servicelevel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
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

/** The clocks of a crisis: beside the on-call chain none rings for the same thing. */
@QuarkusTest
class CrisisClocksTest {
    TestDatabase database;
    DemoTokens demo;

    @Inject
    TestClock clock;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        OnCall.remove(database);
        OnCall.set(demo.districtAdmin(), OnCall.chain());
        mother = new ReferralMother(demo);
    }

    @AfterEach
    void reset() {
        clock.reset();
        OnCall.remove(database);
    }

    @Test
    void shouldRunNoTriageClockBesideTheChain() {
        // Given
        Made made = mother.crisis();
        clocks(made).then().body("items.kind", contains("CRISIS_DETAILS"));

        // When
        clock.advance(Duration.ofMinutes(16));
        await().until(() -> types(made).size() == 3);

        // Then
        assertThat(types(made))
                .containsExactly(
                        "org.footbridge.referral.submitted.v1",
                        "org.footbridge.referral.crisis_raised.v1",
                        "org.footbridge.referral.crisis_escalated.v1");
    }

    @Test
    void shouldGiveTheTriageAnHourFromTheAcknowledgement() {
        // Given
        Made made = mother.crisis();
        clock.advance(Duration.ofMinutes(10));
        Instant acknowledged = clock.instant();

        // When
        given().auth()
                .oauth2(demo.otherEducator().sign())
                .post(made.referralPath() + "/acknowledge-crisis")
                .then()
                .statusCode(200);

        // Then
        Response clocks = clocks(made);
        clocks.then().body("items.kind", contains("TRIAGE", "CRISIS_DETAILS"));
        assertThat(Instant.parse(clocks.path("items[0].startedAt")))
                .isBetween(acknowledged, acknowledged.plusSeconds(60));
        assertThat(Duration.between(
                        Instant.parse(clocks.path("items[0].startedAt")), Instant.parse(clocks.path("items[0].dueAt"))))
                .isEqualTo(Duration.ofHours(1));
        clock.advance(Duration.ofMinutes(61));
        await().until(() -> lastClock(made).equals("TRIAGE"));
    }

    @Test
    void shouldAskForTheDetailsUntilTheyAreThere() {
        // Given
        Made made = mother.crisis();

        // When
        add(made, Map.of("location", "School office"));
        clocks(made).then().body("items.state", contains("RUNNING"));
        add(made, Map.of("description", "Said that she has a plan."));

        // Then
        clocks(made).then().body("items.kind", contains("CRISIS_DETAILS")).body("items.state", contains("MET"));
    }

    @Test
    void shouldTellThatTheDetailsAreOverdue() {
        // Given
        Made made = mother.crisis();
        mother.step(demo.coordinator(), made.referralPath(), "triage", Map.of("urgency", "CRISIS", "tier", 3), 200);

        // When
        clock.advance(Duration.ofHours(5));

        // Then
        await().until(() -> lastClock(made).equals("CRISIS_DETAILS"));
        add(made, Map.of("location", "School office", "description", "Said that she has a plan."));
        clocks(made).then().body("items.findAll { it.kind == 'CRISIS_DETAILS' }.state", contains("MISSED"));
    }

    @Test
    void shouldAskForNothingThatTheFormHasSaid() {
        Map<String, Object> form = Map.of(
                "studentId", World.STUDENT, "urgency", "CRISIS", "location", "Office", "description", "Has a plan.");
        String id = ReferralMother.post(demo.educator(), "/api/v1/referrals", form, null)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        ReferralMother.get(demo.coordinator(), "/api/v1/referrals/" + id + "/clocks")
                .then()
                .body("items", empty());
    }

    @Test
    void shouldStopAskingOnceItIsNoCrisis() throws SQLException {
        // Given
        Made made = mother.crisis();

        // When
        mother.step(demo.coordinator(), made.referralPath(), "triage", ReferralMother.triageForm(), 200);

        // Then
        assertThat(new EventCounter(database)
                        .query(
                                "select count(*) from service_clock where referral_id = ? and kind = 'CRISIS_DETAILS'"
                                        + " and next_at is not null",
                                made.referral()))
                .isZero();
    }

    @Test
    void shouldGiveAFoundCrisisItsDetailsFromThatMoment() {
        // Given
        Made made = mother.submitted();
        clock.advance(Duration.ofDays(1));
        Instant found = clock.instant();

        // When
        mother.step(demo.coordinator(), made.referralPath(), "triage", Map.of("urgency", "CRISIS", "tier", 3), 200);

        // Then
        String since = clocks(made).path("items.find { it.kind == 'CRISIS_DETAILS' }.startedAt");
        assertThat(Instant.parse(since)).isBetween(found, found.plusSeconds(60));
    }

    private Response clocks(Made made) {
        return ReferralMother.get(demo.coordinator(), made.referralPath() + "/clocks");
    }

    private void add(Made made, Map<String, ?> details) {
        mother.step(demo.educator(), made.referralPath(), "add-details", details, 200);
    }

    private List<Relayed> events(Made made) {
        return Bus.eventsOf("footbridge.referral.v1", made.referral(), (int) count(made.referral()));
    }

    private long count(UUID referral) {
        try {
            return new EventCounter(database).of(referral);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> types(Made made) {
        return events(made).stream().map(Relayed::type).toList();
    }

    /** The kind of the clock that was told of last, empty for none. */
    private String lastClock(Made made) {
        return events(made).stream()
                .filter(event -> event.type().endsWith("overdue.v1"))
                .map(event -> JsonPath.from(event.data()).getString("clock.kind"))
                .reduce("", (first, last) -> last);
    }
}
