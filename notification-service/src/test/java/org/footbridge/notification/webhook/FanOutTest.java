package org.footbridge.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.ContactRequested;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.ServiceChanged;
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
class FanOutTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    DemoTokens demo;

    @Inject
    TestClock clock;

    @Inject
    DeliveryWorker worker;

    private Endpoints harborLight;
    private Endpoints cedarPath;
    /** Its own in each test: what other tests have published comes in late and is not for it. */
    private final UUID agencyId = UUID.randomUUID();

    private final ReferralBus bus = ReferralBus.open();
    private final WebhookReceiver receiver = WebhookReceiver.start();
    private final WebhookReceiver other = WebhookReceiver.start();
    private final ReferralMother referral = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, agencyId);

    @BeforeEach
    void clear() {
        clock.reset();
        harborLight = Endpoints.of(demo.agencyStaff().agency(agencyId));
        cedarPath = Endpoints.of(demo.otherAgencyStaff());
        harborLight.removeAll();
        cedarPath.removeAll();
    }

    @AfterEach
    void close() {
        harborLight.removeAll();
        cedarPath.removeAll();
        receiver.close();
        other.close();
        bus.close();
    }

    @Test
    void shouldTellOnlyWhomItConcernsAndOnlyWhatTheyChose() {
        // Given
        harborLight.register(receiver.url(), "referral.accepted.v1");
        cedarPath.register(other.url(), "*");

        // When
        bus.publish(referral.submitted());
        bus.publish(referral.sent());
        bus.publish(referral.accepted());

        // Then
        assertThat(types(1)).containsExactly("referral.accepted.v1");
        assertThat(other.received()).isEmpty();
    }

    @Test
    void shouldDeliverAnEventOnceHoweverOftenItComes() {
        // Given
        Registered endpoint = harborLight.register(receiver.url(), "*");
        Event sent = referral.sent();
        Event accepted = referral.accepted();

        // When
        bus.publish(sent);
        bus.publish(sent);
        bus.publish(accepted);
        bus.publish(sent);
        Event last = publishLastAndAwait(endpoint);

        // Then
        assertThat(webhookIds())
                .containsExactlyInAnyOrder(
                        sent.id().toString(),
                        accepted.id().toString(),
                        last.id().toString());
    }

    @Test
    void shouldTellTheAgencyOfAFamilyThatAsksForContact() {
        // Given
        harborLight.register(receiver.url(), "directory.*");
        cedarPath.register(other.url(), "*");
        UUID request = UUID.randomUUID();
        UUID service = UUID.randomUUID();
        Event asked = Event.of(
                EventType.CONTACT_REQUESTED,
                request,
                clock.instant(),
                null,
                agencyId,
                new ContactRequested(request, service));
        Event nobodys = Event.of(
                EventType.CONTACT_REQUESTED,
                UUID.randomUUID(),
                clock.instant(),
                null,
                null,
                new ContactRequested(UUID.randomUUID(), service));

        // When
        bus.publish(nobodys);
        bus.publish(asked);
        bus.publish(asked);

        // Then
        Received call = calls(1).getFirst();
        assertThat(call.header("webhook-id")).isEqualTo(asked.id().toString());
        assertThat(call.text())
                .startsWith("{\"type\":\"directory.contact_requested.v1\"")
                .contains("\"links\":{\"contactRequest\":\"/api/v1/directory/contact-requests/" + request + "\"}");
        assertThat(other.received()).isEmpty();
    }

    @Test
    void shouldAskTheAgencyToVerifyItsEntry() {
        // Given
        UUID service = UUID.randomUUID();
        Registered endpoint = harborLight.register(receiver.url(), "directory.verification_due.v1");
        ServiceChanged entry =
                new ServiceChanged(service, agencyId, "Play therapy", true, null, null, List.of(), List.of(), null);

        // When
        bus.publish(Event.of(EventType.VERIFICATION_DUE, service, clock.instant(), null, agencyId, entry));
        bus.publish(Event.of(EventType.SERVICE_CHANGED, service, clock.instant(), null, agencyId, entry));

        // Then
        assertThat(calls(1).getFirst().text())
                .contains("\"verification\":\"/api/v1/directory/services/" + service + "/verification\"")
                .doesNotContain("Play therapy");
        harborLight.deliveries(endpoint.id()).then().body("items.size()", equalTo(1));
    }

    @Test
    void shouldNotDeliverOnceAccessHasEnded() {
        // Given
        receiver.answers(500);
        Registered endpoint = harborLight.register(receiver.url(), "*");
        bus.publish(referral.sent());
        calls(1);

        // When
        bus.publish(referral.accessRevoked());
        calls(2);
        clock.advance(Duration.ofSeconds(6));

        // Then
        await("the first delivery to be dropped")
                .atMost(SOON)
                .untilAsserted(() ->
                        harborLight.deliveries(endpoint.id()).then().body("items[1].state", equalTo("ACCESS_ENDED")));
        assertThat(types(2)).containsExactly("referral.sent.v1", "referral.access_revoked.v1");
        List<String> ids = harborLight.deliveries(endpoint.id()).path("items.id");
        harborLight
                .get(endpoint.id(), "deliveries/" + ids.get(1))
                .then()
                .statusCode(200)
                .body("payload", nullValue());
        harborLight
                .get(endpoint.id(), "deliveries/" + ids.get(0))
                .then()
                .statusCode(200)
                .body("payload", notNullValue());
    }

    @Test
    void shouldIgnoreAnOlderStateThatComesLate() {
        // Given
        Registered endpoint = harborLight.register(receiver.url(), "*");
        Event sent = referral.sent();
        Event revoked = referral.accessRevoked();

        // When
        bus.publish(revoked);
        calls(1);
        bus.publish(sent);

        // Then
        await("the late event's delivery to be dropped")
                .atMost(SOON)
                .untilAsserted(() ->
                        harborLight.deliveries(endpoint.id()).then().body("items[0].state", equalTo("ACCESS_ENDED")));
        assertThat(types(1)).containsExactly("referral.access_revoked.v1");
    }

    @Test
    void shouldBuryPoisonAndGoOn() {
        // Given
        harborLight.register(receiver.url(), "*");
        UUID poisoned = referral.referralId;

        // When
        bus.publishPoison(poisoned.toString());
        bus.publish(referral.sent());

        // Then
        calls(1);
        try (BusWatch deadLetters = BusWatch.of("footbridge.referral.v1.dlq")) {
            await("the dead letter").atMost(SOON).untilAsserted(() -> assertThat(deadLetters.of(poisoned))
                    .hasSize(1));
        }
    }

    @Test
    void shouldDeliverOnceWithSeveralWorkers() {
        // Given
        worker.start(new StartupEvent());
        Registered endpoint = harborLight.register(receiver.url(), "*");
        List<String> expected = new ArrayList<>();

        // When
        for (int i = 0; i < 40; i++) {
            Event sent = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, agencyId).sent();
            expected.add(sent.id().toString());
            bus.publish(sent);
        }
        calls(40);
        expected.add(publishLastAndAwait(endpoint).id().toString());

        // Then
        assertThat(webhookIds()).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** A later event of the same referral has arrived and nothing is left to deliver. */
    private Event publishLastAndAwait(Registered endpoint) {
        Event last = referral.accepted();
        bus.publish(last);
        await("the last event").atMost(SOON).untilAsserted(() -> assertThat(webhookIds())
                .contains(last.id().toString()));
        await("nothing is left to deliver").atMost(SOON).untilAsserted(() -> {
            List<String> states = harborLight.deliveries(endpoint.id()).path("items.state");
            assertThat(states).containsOnly("DELIVERED");
        });
        return last;
    }

    private List<String> webhookIds() {
        return receiver.received().stream()
                .map(call -> call.header("webhook-id"))
                .toList();
    }

    private List<String> types(int count) {
        return calls(count).stream()
                .map(call -> call.text().replaceAll("^\\{\"type\":\"([^\"]+)\".*", "$1"))
                .toList();
    }

    private List<Received> calls(int count) {
        await("calls of the receiver").atMost(SOON).untilAsserted(() -> assertThat(receiver.received())
                .hasSize(count));
        return receiver.received();
    }
}
