package org.footbridge.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.notification.world.Mailbox;
import org.footbridge.notification.world.People;
import org.footbridge.notification.world.People.Someone;
import org.footbridge.notification.world.ReferralBus;
import org.footbridge.notification.world.ReferralMother;
import org.footbridge.notification.world.ReferralStub;
import org.footbridge.notification.world.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crisis is told until somebody has it in hand, whatever stands still meanwhile, and each step is in its log. */
@QuarkusTest
class EscalationTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration TURN = Duration.ofMinutes(10);
    private static final String PATH = "/api/v1/notifications/escalations/{id}";

    DemoTokens demo;
    TestDatabase database;
    GreenMail mail;
    ReferralStub referrals;

    @Inject
    TestClock clock;

    private final ReferralBus bus = ReferralBus.open();
    private final ReferralMother referral = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.HARBOR_LIGHT);
    private People people;
    private Someone first;
    private Someone last;

    @BeforeEach
    void meet() {
        clock.reset();
        people = new People(demo, database, bus);
        first = people.somebody(DemoTokens.PRAIRIE_VIEW, "educator");
        last = people.somebody(DemoTokens.PRAIRIE_VIEW, "coordinator");
        referrals.answer(referral.referralId, first.answer("ON_CALL", "en"));
    }

    @AfterEach
    void close() {
        bus.publish(referral.crisis(EventType.REFERRAL_CRISIS_ACKNOWLEDGED, 0, null));
        clock.reset();
        bus.close();
    }

    @Test
    void shouldLogEachStep() {
        // Given
        bus.publish(raised());
        mailbox(first).has(1);
        referrals.answer(referral.referralId, last.answer("COORDINATOR", "en"));

        // When
        bus.publish(referral.crisis(EventType.REFERRAL_CRISIS_ESCALATED, 1, next()));
        mailbox(last).has(1);
        awaitSteps(last, steps -> steps.then().body("items", hasSize(8)));
        bus.publish(referral.crisis(EventType.REFERRAL_CRISIS_ACKNOWLEDGED, 1, null));

        // Then
        awaitSteps(last, steps -> steps.then()
                .body(
                        "items.kind",
                        contains(
                                "RAISED",
                                "TOLD",
                                "TOLD",
                                "NOT_TOLD",
                                "PASSED_ON",
                                "TOLD",
                                "TOLD",
                                "NOT_TOLD",
                                "ACKNOWLEDGED"))
                .body("items.level", contains(0, 0, 0, 0, 1, 1, 1, 1, 1))
                .body("items.findAll { it.kind == 'TOLD' }.channel", contains("IN_APP", "EMAIL", "IN_APP", "EMAIL"))
                .body("items.findAll { it.kind == 'NOT_TOLD' }.reason", contains("NO_NUMBER", "NO_NUMBER"))
                .body("items[1].personId", equalTo(first.id().toString()))
                .body("items[5].personId", equalTo(last.id().toString())));
        last.asks()
                .get(PATH, referral.referralId)
                .then()
                .statusCode(200)
                .body("level", equalTo(1))
                .body("nextAt", nullValue())
                .body("acknowledgedAt", notNullValue());
    }

    @Test
    void shouldPageTheLogAndShowItToNobodyElse() {
        // Given
        bus.publish(raised());
        awaitSteps(first, steps -> steps.then().body("items", hasSize(4)));

        // When
        Response page = first.asks().queryParam("limit", 3).get(PATH + "/steps", referral.referralId);
        String next = page.path("next");

        // Then
        page.then().body("items", hasSize(3));
        first.asks()
                .queryParam("cursor", next)
                .get(PATH + "/steps", referral.referralId)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        last.asks().get(PATH, referral.referralId).then().statusCode(404);
        last.asks().get(PATH + "/steps", referral.referralId).then().statusCode(404);
        RestAssured.get(PATH, referral.referralId).then().statusCode(401);
    }

    @Test
    void shouldPassOverWhatComesTooLate() {
        // Given
        Event raised = raised();
        Event escalated = referral.crisis(EventType.REFERRAL_CRISIS_ESCALATED, 1, next());
        bus.publish(escalated);
        mailbox(first).has(1);

        // When
        bus.publish(raised);
        bus.publish(escalated);
        mailbox(first).has(2);

        // Then
        first.asks().get(PATH, referral.referralId).then().statusCode(200).body("level", equalTo(1));
        awaitSteps(first, steps -> steps.then()
                .body("items.findAll { it.kind == 'PASSED_ON' }", hasSize(1))
                .body("items.findAll { it.kind == 'RAISED' }", hasSize(0)));
    }

    @Test
    void shouldTellAgainWhenNobodyPassesItOn() {
        // Given
        bus.publish(raised());
        mailbox(first).has(1);
        referrals.answer(referral.referralId, last.answer("COORDINATOR", "en"));

        // When
        clock.advance(TURN.plusSeconds(59));
        assertThat(mailbox(last).mails()).isEmpty();
        clock.advance(Duration.ofSeconds(2));

        // Then
        mailbox(last).has(1);
        awaitSteps(last, steps -> steps.then().body("items.kind", hasItem("LATE")));
        clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        mailbox(last).has(2);
    }

    @Test
    void shouldEndWithTheAcknowledgement() {
        // Given
        bus.publish(raised());
        mailbox(first).has(1);
        Event escalated = referral.crisis(EventType.REFERRAL_CRISIS_ESCALATED, 1, next());
        referrals.answer(
                referral.referralId,
                last.answer("COORDINATOR", "en")
                        .replace("\"allowed\":true", "\"allowed\":false,\"reason\":\"no-address\""));
        bus.publish(escalated);
        await("an attempt that reaches nobody")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(noticed(escalated, "attempts")).containsExactly("1"));

        // When
        bus.publish(referral.crisis(EventType.REFERRAL_CRISIS_ACKNOWLEDGED, 1, null));
        await("the watch to end").atMost(SOON).untilAsserted(() -> assertThat(people.column(
                        "select id from work_queue where kind = 'crisis-watch' and id = ?", referral.referralId))
                .isEmpty());
        referrals.answer(referral.referralId, last.answer("COORDINATOR", "en"));
        clock.advance(TURN.multipliedBy(3));

        // Then
        await("the notice to be over").atMost(SOON).untilAsserted(() -> assertThat(noticed(escalated, "state"))
                .containsExactly("DONE"));
        assertThat(mailbox(last).mails()).isEmpty();
    }

    @Test
    void shouldNotGiveUpUntilSomebodyIsReached() {
        // Given
        referrals.answer(
                referral.referralId,
                first.answer("ON_CALL", "en")
                        .replace("\"allowed\":true", "\"allowed\":false,\"reason\":\"no-address\""));
        Event raised = raised();
        bus.publish(raised);
        await("an attempt").atMost(SOON).untilAsserted(() -> assertThat(noticed(raised, "attempts"))
                .containsExactly("1"));

        // When
        referrals.answer(referral.referralId, first.answer("ON_CALL", "en"));
        clock.advance(Duration.ofMinutes(1));

        // Then
        mailbox(first).has(1);
        await("the notice").atMost(SOON).untilAsserted(() -> assertThat(noticed(raised, "state"))
                .containsExactly("DONE"));
    }

    @Test
    void shouldGoOnWhereACopyThatDiedHasStopped() throws SQLException {
        // Given
        bus.publish(raised());
        mailbox(first).has(1);
        referrals.answer(referral.referralId, last.answer("COORDINATOR", "en"));

        // When
        leaveToADeadCopy(clock.instant().minusSeconds(1));

        // Then
        mailbox(last).has(1);
    }

    private Event raised() {
        return referral.crisis(EventType.REFERRAL_CRISIS_RAISED, 0, next());
    }

    private Instant next() {
        return clock.instant().plus(TURN);
    }

    private Mailbox mailbox(Someone someone) {
        return new Mailbox(mail, someone.address());
    }

    private void awaitSteps(Someone reader, java.util.function.Consumer<Response> expected) {
        await("the steps")
                .atMost(SOON)
                .untilAsserted(() -> expected.accept(
                        reader.asks().queryParam("limit", 200).get(PATH + "/steps", referral.referralId)));
    }

    private List<String> noticed(Event event, String column) {
        return people.column("select " + column + "::text from mail_notice where event_id = ?", event.id());
    }

    /** The watch was claimed by a process that is no more, and its lease runs out in a moment. */
    private void leaveToADeadCopy(Instant due) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                PreparedStatement update = superuser.prepareStatement("""
                        update work_queue set due_at = ?, lease_id = gen_random_uuid(),
                            leased_until = clock_timestamp() + interval '1 second'
                        where kind = 'crisis-watch' and id = ?
                        """)) {
            update.setTimestamp(1, Timestamp.from(due));
            update.setObject(2, referral.referralId);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
