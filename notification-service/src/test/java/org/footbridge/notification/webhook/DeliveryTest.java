package org.footbridge.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.standardwebhooks.Webhook;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.footbridge.common.events.Event;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.notification.world.BusWatch;
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

@QuarkusTest
class DeliveryTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    DemoTokens demo;

    @Inject
    TestClock clock;

    private Endpoints harborLight;
    /** Its own in each test: what other tests have published comes in late and is not for it. */
    private final UUID agencyId = UUID.randomUUID();

    private final ReferralBus bus = ReferralBus.open();
    private final WebhookReceiver receiver = WebhookReceiver.start();
    private final ReferralMother referral = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, agencyId);

    @BeforeEach
    void clear() {
        clock.reset();
        harborLight = Endpoints.of(demo.agencyStaff().agency(agencyId));
        harborLight.removeAll();
    }

    @AfterEach
    void close() {
        harborLight.removeAll();
        receiver.close();
        bus.close();
    }

    @Test
    void shouldDeliverASignedThinBody() throws Exception {
        // Given
        Registered endpoint = harborLight.register(receiver.url(), "referral.*");
        Event sent = referral.sent();

        // When
        bus.publish(sent);

        // Then
        Received call = received(1).getFirst();
        new Webhook(endpoint.secret()).verify(call.text(), signed(call));
        assertThat(call.text())
                .isEqualTo(
                        "{\"type\":\"referral.sent.v1\",\"timestamp\":\"%s\",\"data\":{\"placementId\":\"%s\",\"state\":\"SENT\",\"links\":{\"placement\":\"/api/v1/placements/%s\"}}}"
                                .formatted(sent.time(), referral.placementId, referral.placementId));
        assertThat(call.headers())
                .containsEntry("webhook-id", sent.id().toString())
                .containsEntry("content-type", "application/json")
                .containsEntry("x-request-id", sent.requestId())
                .containsEntry("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .hasEntrySatisfying("user-agent", agent -> assertThat(agent).startsWith("Footbridge"));
        awaitState(endpoint, "DELIVERED")
                .then()
                .body("items", hasSize(1))
                .body("items[0].webhookId", equalTo(sent.id().toString()))
                .body("items[0].attempts", hasSize(1))
                .body("items[0].attempts[0].status", equalTo(204))
                .body("items[0].attempts[0].error", nullValue());
    }

    @Test
    void shouldRetryWithTheSameIdAndBodyAndANewTimestamp() throws Exception {
        // Given
        receiver.answers(500, Map.of(), "x".repeat(5000));
        Registered endpoint = harborLight.register(receiver.url(), "referral.sent.v1");
        bus.publish(referral.sent());
        awaitAttempts(endpoint, 1);

        // When
        clock.advance(Duration.ofSeconds(6));

        // Then
        List<Received> calls = received(2);
        assertThat(calls.get(1).header("webhook-id")).isEqualTo(calls.get(0).header("webhook-id"));
        assertThat(calls.get(1).body()).isEqualTo(calls.get(0).body());
        long first = Long.parseLong(calls.get(0).header("webhook-timestamp"));
        long second = Long.parseLong(calls.get(1).header("webhook-timestamp"));
        assertThat(second).isGreaterThanOrEqualTo(first + 4);
        assertThat(calls.get(1).header("webhook-signature"))
                .isEqualTo(new Webhook(endpoint.secret())
                        .sign(
                                calls.get(1).header("webhook-id"),
                                second,
                                calls.get(1).text()));
        awaitState(endpoint, "DELIVERED")
                .then()
                .body("items[0].attempts.status", equalTo(List.of(500, 204)))
                .body("items[0].attempts[0].error", equalTo("HTTP_500"))
                .body("items[0].attempts[0].response", equalTo("x".repeat(2048)));
    }

    @Test
    void shouldDisableAnEndpointThatIsGone() {
        // Given
        receiver.answers(410);
        Registered endpoint = harborLight.register(receiver.url(), "*");

        // When
        bus.publish(referral.sent());

        // Then
        awaitState(endpoint, "CANCELLED");
        harborLight.read(endpoint.id()).then().body("enabled", equalTo(false)).body("disabledReason", equalTo("GONE"));
        assertThat(notifications(endpoint))
                .containsExactly(
                        "org.footbridge.notification.endpoint_disabled.v1 {\"endpointId\":\"%s\",\"reason\":\"GONE\"}"
                                .formatted(endpoint.id()));
        harborLight.ping(endpoint.id()).then().statusCode(409);
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void shouldNotFollowARedirect() {
        // Given
        WebhookReceiver elsewhere = WebhookReceiver.start();
        receiver.answers(307, Map.of("Location", elsewhere.url()), "");
        Registered endpoint = harborLight.register(receiver.url(), "*");

        // When
        bus.publish(referral.sent());

        // Then
        awaitAttempts(endpoint, 1).then().body("items[0].attempts[0].error", equalTo("REDIRECT"));
        assertThat(elsewhere.received()).isEmpty();
        elsewhere.close();
    }

    @Test
    void shouldGiveUpAfterTheWholeScheduleAndSaySo() {
        // Given
        List<String> waits = List.of("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H");
        for (int i = 0; i < 10; i++) {
            receiver.answers(503);
        }
        Registered endpoint = harborLight.register(receiver.url(), "*");
        Event sent = referral.sent();
        bus.publish(sent);

        // When
        for (int made = 1; made <= waits.size(); made++) {
            awaitAttempts(endpoint, made).then().body("items[0].state", equalTo("PENDING"));
            clock.advance(Duration.parse(waits.get(made - 1)).multipliedBy(6).dividedBy(5));
        }

        // Then
        awaitState(endpoint, "FAILED").then().body("items[0].attempts", hasSize(10));
        await("the event of the failure").atMost(SOON).untilAsserted(() -> assertThat(notifications(endpoint))
                .filteredOn(event -> event.startsWith("org.footbridge.notification.delivery_failed.v1"))
                .singleElement()
                .asString()
                .contains("\"attempts\":10", sent.id().toString()));
    }

    @Test
    void shouldSendAFinishedDeliveryAgainOnDemand() {
        // Given
        receiver.answers(410);
        Registered endpoint = harborLight.register(receiver.url(), "*");
        harborLight.ping(endpoint.id()).then().statusCode(202).body("type", equalTo("webhook.ping.v1"));
        String delivery = awaitState(endpoint, "CANCELLED").path("items[0].id");
        harborLight.enable(endpoint.id());

        // When
        harborLight.resend(endpoint.id(), delivery).then().statusCode(202);

        // Then
        awaitState(endpoint, "DELIVERED").then().body("items[0].attempts.status", equalTo(List.of(410, 204)));
        List<Received> calls = received(2);
        assertThat(calls.get(1).header("webhook-id")).isEqualTo(calls.get(0).header("webhook-id"));
        assertThat(calls.get(1).body()).isEqualTo(calls.get(0).body());
        harborLight.resend(endpoint.id(), UUID.randomUUID().toString()).then().statusCode(404);
        Endpoints.of(demo.otherAgencyStaff())
                .resend(endpoint.id(), delivery)
                .then()
                .statusCode(404);
    }

    @Test
    void shouldRefuseToResendWhatIsStillBeingTried() {
        // Given
        receiver.answers(500);
        Registered endpoint = harborLight.register(receiver.url(), "*");
        bus.publish(referral.sent());
        String delivery = awaitAttempts(endpoint, 1).path("items[0].id");

        // When
        Response refused = harborLight.resend(endpoint.id(), delivery);

        // Then
        refused.then().statusCode(409);
    }

    @Test
    void shouldNotLetASlowEndpointDelayAnother() {
        // Given
        CountDownLatch held = new CountDownLatch(1);
        WebhookReceiver slow = WebhookReceiver.start();
        for (int i = 0; i < 20; i++) {
            slow.answers(204, Map.of(), "", () -> awaitLatch(held));
        }
        harborLight.register(slow.url(), "*");
        harborLight.register(receiver.url(), "*");

        // When
        for (int i = 0; i < 20; i++) {
            bus.publish(ReferralMother.of(DemoTokens.PRAIRIE_VIEW, agencyId).sent());
        }

        // Then
        received(20);
        held.countDown();
        slow.close();
    }

    @Test
    void shouldSignWithOldAndNewSecretAfterARotation() throws Exception {
        // Given
        Registered endpoint = harborLight.register(receiver.url(), "*");
        String next = harborLight.rotate(endpoint.id());

        // When
        harborLight.ping(endpoint.id()).then().statusCode(202);

        // Then
        Received call = received(1).getFirst();
        new Webhook(endpoint.secret()).verify(call.text(), signed(call));
        new Webhook(next).verify(call.text(), signed(call));
        clock.advance(Duration.ofHours(24));
        harborLight.ping(endpoint.id()).then().statusCode(202);
        assertThat(received(2).get(1).header("webhook-signature")).doesNotContain(" ");
    }

    private static Map<String, List<String>> signed(Received call) {
        return Map.of(
                "webhook-id", List.of(call.header("webhook-id")),
                "webhook-timestamp", List.of(call.header("webhook-timestamp")),
                "webhook-signature", List.of(call.header("webhook-signature")));
    }

    private List<Received> received(int count) {
        await("calls of the receiver").atMost(SOON).untilAsserted(() -> assertThat(receiver.received())
                .hasSize(count));
        return receiver.received();
    }

    private Response awaitState(Registered endpoint, String state) {
        await("a delivery in state " + state)
                .atMost(SOON)
                .untilAsserted(
                        () -> harborLight.deliveries(endpoint.id()).then().body("items[0].state", equalTo(state)));
        return harborLight.deliveries(endpoint.id());
    }

    private Response awaitAttempts(Registered endpoint, int count) {
        await(count + " attempts")
                .atMost(SOON)
                .untilAsserted(
                        () -> harborLight.deliveries(endpoint.id()).then().body("items[0].attempts", hasSize(count)));
        return harborLight.deliveries(endpoint.id());
    }

    private static List<String> notifications(Registered endpoint) {
        UUID subject = UUID.fromString(endpoint.id());
        try (BusWatch watch = BusWatch.of("footbridge.notification.v1")) {
            await("an event about the endpoint").atMost(SOON).untilAsserted(() -> assertThat(watch.of(subject))
                    .isNotEmpty());
            return watch.of(subject);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
