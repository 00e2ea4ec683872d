package org.footbridge.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.notification.world.Endpoints;
import org.footbridge.notification.world.Endpoints.Registered;
import org.footbridge.notification.world.ReferralBus;
import org.footbridge.notification.world.ReferralMother;
import org.footbridge.notification.world.TestClock;
import org.footbridge.notification.world.WebhookReceiver;
import org.footbridge.notification.world.WebhookReceiver.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking at what did not arrive and making it good. */
@QuarkusTest
class RepairTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SINCE = "{\"since\":\"%s\"}";

    TestDatabase database;
    DemoTokens demo;

    @Inject
    TestClock clock;

    private Endpoints agency;
    /** Its own in each test: what other tests have published comes in late and is not for it. */
    private final UUID agencyId = UUID.randomUUID();

    private final ReferralBus bus = ReferralBus.open();
    private final WebhookReceiver receiver = WebhookReceiver.start();
    private final ReferralMother referral = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, agencyId);

    @BeforeEach
    void clear() {
        clock.reset();
        agency = Endpoints.of(demo.agencyStaff().agency(agencyId));
        agency.removeAll();
    }

    @AfterEach
    void close() {
        agency.removeAll();
        receiver.close();
        bus.close();
    }

    @Test
    void shouldSendAgainWhatEndedWithoutArriving() {
        // Given
        Instant begun = clock.instant();
        receiver.answers(410);
        Registered endpoint = agency.register(receiver.url(), "*");
        Event sent = referral.sent();
        bus.publish(sent);
        awaitStates(endpoint, "CANCELLED");
        agency.enable(endpoint.id());

        // When
        agency.post(endpoint.id(), "recover", SINCE.formatted(clock.instant()))
                .then()
                .statusCode(202)
                .body("deliveries", equalTo(0));
        Response recovered = agency.post(endpoint.id(), "recover", SINCE.formatted(begun));

        // Then
        recovered.then().statusCode(202).body("deliveries", equalTo(1)).body("more", equalTo(false));
        List<Received> calls = calls(2);
        assertThat(calls.get(1).header("webhook-id")).isEqualTo(sent.id().toString());
        assertThat(calls.get(1).body()).isEqualTo(calls.get(0).body());
        awaitStates(endpoint, "DELIVERED");
    }

    @Test
    void shouldSendWhatAnEndpointHasNeverBeenSentAndNothingTwice() {
        // Given
        Instant begun = clock.instant();
        Registered narrow = agency.register(receiver.url(), "referral.accepted.v1");
        Event sent = referral.sent();
        Event accepted = referral.accepted();
        bus.publish(sent);
        bus.publish(accepted);
        calls(1);
        agency.change(narrow.id(), "{\"eventTypes\":[\"referral.*\"]}").then().statusCode(200);

        // When
        Response replayed = agency.post(narrow.id(), "replay-missing", SINCE.formatted(begun));

        // Then
        replayed.then().statusCode(202).body("deliveries", equalTo(1));
        assertThat(calls(2))
                .extracting(call -> call.header("webhook-id"))
                .containsExactly(accepted.id().toString(), sent.id().toString());
        agency.post(narrow.id(), "replay-missing", SINCE.formatted(begun))
                .then()
                .body("deliveries", equalTo(0));
    }

    @Test
    void shouldNotReplayWhatTheAgencyMayNoLongerHearOf() {
        // Given
        Instant begun = clock.instant();
        Registered endpoint = agency.register(receiver.url(), "referral.access_revoked.v1");
        bus.publish(referral.sent());
        bus.publish(referral.accessRevoked());
        calls(1);
        agency.change(endpoint.id(), "{\"eventTypes\":[\"*\"]}").then().statusCode(200);

        // When
        Response replayed = agency.post(endpoint.id(), "replay-missing", SINCE.formatted(begun));

        // Then
        replayed.then().statusCode(202).body("deliveries", equalTo(0));
    }

    @Test
    void shouldRefuseASpanThatIsNone() {
        Registered endpoint = agency.register(receiver.url(), "*");
        agency.post(endpoint.id(), "recover", "{}").then().statusCode(422);
        agency.post(endpoint.id(), "recover", "{\"since\":\"2026-11-02T15:00:00Z\",\"until\":\"2026-11-01T15:00:00Z\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/until"));
        agency.post(endpoint.id(), "recover", "{\"since\":\"+1000000-01-01T00:00:00Z\"}")
                .then()
                .statusCode(400);
        agency.get(endpoint.id(), "messages?since=-0005-01-01T00:00:00Z").then().statusCode(400);
        agency.post(endpoint.id(), "recover", "{\"since\":\"yesterday\"}")
                .then()
                .statusCode(400);
        agency.change(endpoint.id(), "{\"enabled\":false}").then().statusCode(200);
        agency.post(endpoint.id(), "recover", SINCE.formatted(clock.instant()))
                .then()
                .statusCode(409);
    }

    @Test
    void shouldTakeTheContentAwayAndKeepTheRecord() throws Exception {
        // Given
        receiver.answers(200, Map.of(), "received " + referral.placementId);
        Registered endpoint = agency.register(receiver.url(), "*");
        bus.publish(referral.sent());
        awaitStates(endpoint, "DELIVERED");
        String delivery = agency.deliveries(endpoint.id()).path("items[0].id");
        agency.get(endpoint.id(), "deliveries/" + delivery)
                .then()
                .statusCode(200)
                .body("payload.data.placementId", equalTo(referral.placementId.toString()));

        // When
        Response expunged = agency.post(endpoint.id(), "deliveries/" + delivery + "/expunge", "");

        // Then
        expunged.then()
                .statusCode(200)
                .body("payload", nullValue())
                .body("expungedAt", notNullValue())
                .body("state", equalTo("DELIVERED"))
                .body("attempts", hasSize(1))
                .body("attempts[0].status", equalTo(200))
                .body("attempts[0].response", nullValue());
        agency.post(endpoint.id(), "deliveries/" + delivery + "/resend", "")
                .then()
                .statusCode(409);
        try (Connection superuser = database.connectAsSuperuser();
                ResultSet left = superuser
                        .createStatement()
                        .executeQuery("select count(*) from webhook_message where owner_id = '" + agencyId
                                + "' and placement_id = '" + referral.placementId + "' and body is not null")) {
            left.next();
            assertThat(left.getInt(1)).isZero();
        }
    }

    @Test
    void shouldTakeNoContentAwayWhileACopyIsOnItsWay() {
        // Given
        Instant begun = clock.instant();
        receiver.answers(500);
        Registered endpoint = agency.register(receiver.url(), "*");
        bus.publish(referral.sent());
        await("the first attempt")
                .atMost(SOON)
                .untilAsserted(() -> agency.deliveries(endpoint.id()).then().body("items[0].attempts", hasSize(1)));
        Registered other = agency.register(receiver.url("/other"), "*");
        agency.post(other.id(), "replay-missing", SINCE.formatted(begun)).then().statusCode(202);
        awaitStates(other, "DELIVERED");
        String delivered = agency.deliveries(other.id()).path("items[0].id");

        // When
        Response refused = agency.post(other.id(), "deliveries/" + delivered + "/expunge", "");

        // Then
        refused.then().statusCode(409).body("type", equalTo("/docs/problems#delivery-pending"));
        agency.get(other.id(), "deliveries/" + delivered).then().body("payload", notNullValue());
        clock.advance(Duration.ofSeconds(10));
        awaitStates(endpoint, "DELIVERED");
        agency.post(other.id(), "deliveries/" + delivered + "/expunge", "")
                .then()
                .statusCode(200)
                .body("payload", nullValue());
        String first = agency.deliveries(endpoint.id()).path("items[0].id");
        agency.get(endpoint.id(), "deliveries/" + first).then().body("payload", nullValue());
    }

    @Test
    void shouldCountHowItWent() {
        // Given
        receiver.answers(500);
        Registered endpoint = agency.register(receiver.url(), "*");
        bus.publish(referral.sent());
        calls(1);
        bus.publish(referral.accepted());
        calls(2);
        await("both attempts").atMost(SOON).untilAsserted(() -> agency.get(endpoint.id(), "statistics")
                .then()
                .body("attempts", equalTo(2)));

        // When
        Response figures = agency.get(endpoint.id(), "statistics");

        // Then
        figures.then()
                .statusCode(200)
                .body("delivered", equalTo(1))
                .body("failed", equalTo(0))
                .body("pending", equalTo(1))
                .body("failedAttempts", equalTo(1))
                .body("latencyMsP50", notNullValue())
                .body("oldestPendingAt", notNullValue());
        agency.get(endpoint.id(), "deliveries?state=PENDING").then().body("items", hasSize(1));
        agency.get(endpoint.id(), "deliveries?state=LOST").then().statusCode(400);
    }

    private void awaitStates(Registered endpoint, String state) {
        await("deliveries in state " + state).atMost(SOON).untilAsserted(() -> agency.deliveries(endpoint.id())
                .then()
                .body("items.size()", org.hamcrest.Matchers.greaterThan(0))
                .body("items.state", everyItem(equalTo(state))));
    }

    private List<Received> calls(int count) {
        await(count + " calls of the receiver").atMost(SOON).untilAsserted(() -> assertThat(receiver.received())
                .hasSize(count));
        return receiver.received();
    }
}
