package org.footbridge.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.notification.world.Endpoints;
import org.footbridge.notification.world.Endpoints.Registered;
import org.footbridge.notification.world.NodeReceiver;
import org.footbridge.notification.world.ReferralBus;
import org.footbridge.notification.world.ReferralMother;
import org.footbridge.notification.world.TestClock;
import org.footbridge.notification.world.WebhookReceiver;
import org.footbridge.notification.world.WebhookReceiver.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receivers that were written by others, in Node and in Java, verify what is sent, through a rotation. */
@QuarkusTest
class IndependentReceiverTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    DemoTokens demo;

    @Inject
    TestClock clock;

    private Endpoints agency;
    /** Its own in each test: what other tests have published comes in late and is not for it. */
    private final UUID agencyId = UUID.randomUUID();

    private final ReferralBus bus = ReferralBus.open();

    @BeforeEach
    void clear() {
        clock.reset();
        agency = Endpoints.of(demo.agencyStaff().agency(agencyId));
        agency.removeAll();
    }

    @AfterEach
    void close() {
        agency.removeAll();
        bus.close();
    }

    @Test
    void shouldSatisfyAReceiverInNodeThroughARotation() {
        try (NodeReceiver node = NodeReceiver.start()) {
            // Given
            Registered endpoint = agency.register(node.hook("old"), "*");
            node.trust("old", endpoint.secret());
            publish();
            awaitVerified(node, "old", List.of(true));

            // When
            String next = agency.rotate(endpoint.id(), "overlapSeconds=3600").path("secret");

            // Then
            publish();
            awaitVerified(node, "old", List.of(true, true));
            node.trust("new", next);
            agency.change(endpoint.id(), "{\"url\":\"" + node.hook("new") + "\"}")
                    .then()
                    .statusCode(200);
            publish();
            awaitVerified(node, "new", List.of(true));
            agency.rotate(endpoint.id(), "overlapSeconds=0").then().statusCode(200);
            publish();
            awaitVerified(node, "new", List.of(true, false));
        }
    }

    @Test
    void shouldSatisfyAReceiverInNodeThatHasAPublicKeyOnly() {
        try (NodeReceiver node = NodeReceiver.start()) {
            // Given
            Registered endpoint =
                    agency.register(Map.of("url", node.hook("v1a"), "eventTypes", List.of("*"), "signature", "v1a"));
            String publicKey = agency.read(endpoint.id()).path("publicKey");
            node.trust("v1a", publicKey);

            // When
            publish();

            // Then
            awaitVerified(node, "v1a", List.of(true));
            String next = agency.rotate(endpoint.id(), "overlapSeconds=3600").path("publicKey");
            assertThat(next).isNotEqualTo(publicKey);
            publish();
            awaitVerified(node, "v1a", List.of(true, true));
            agency.rotate(endpoint.id(), "overlapSeconds=0").then().statusCode(200);
            publish();
            awaitVerified(node, "v1a", List.of(true, true, false));
        }
    }

    @Test
    void shouldSatisfyAReceiverInJavaThroughARotation() throws Exception {
        try (WebhookReceiver receiver = WebhookReceiver.start()) {
            // Given
            Registered endpoint = agency.register(receiver.url(), "*");
            Webhook old = new Webhook(endpoint.secret());
            Webhook next =
                    new Webhook(agency.rotate(endpoint.id(), "overlapSeconds=5").<String>path("secret"));

            // When
            publish();
            Received during = received(receiver, 1).getLast();
            clock.advance(Duration.ofSeconds(6));
            publish();
            Received after = received(receiver, 2).getLast();

            // Then
            for (Webhook either : List.of(old, next)) {
                assertThatCode(() -> either.verify(during.text(), signed(during)))
                        .doesNotThrowAnyException();
            }
            assertThatCode(() -> next.verify(after.text(), signed(after))).doesNotThrowAnyException();
            assertThatThrownBy(() -> old.verify(after.text(), signed(after)))
                    .isInstanceOf(WebhookVerificationException.class);
        }
    }

    private void publish() {
        bus.publish(ReferralMother.of(DemoTokens.PRAIRIE_VIEW, agencyId).sent());
    }

    /** What was refused comes again, so only the first posts count. */
    private static void awaitVerified(NodeReceiver node, String name, List<Boolean> first) {
        await("what the receiver in Node saw").atMost(SOON).untilAsserted(() -> assertThat(node.verified(name))
                .startsWith(first.toArray(Boolean[]::new)));
    }

    private static List<Received> received(WebhookReceiver receiver, int count) {
        await("calls of the receiver").atMost(SOON).untilAsserted(() -> assertThat(receiver.received())
                .hasSize(count));
        return receiver.received();
    }

    private static Map<String, List<String>> signed(Received call) {
        return Map.of(
                "webhook-id", List.of(call.header("webhook-id")),
                "webhook-timestamp", List.of(call.header("webhook-timestamp")),
                "webhook-signature", List.of(call.header("webhook-signature")));
    }
}
