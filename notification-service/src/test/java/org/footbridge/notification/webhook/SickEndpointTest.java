package org.footbridge.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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

/** Receivers that fail, ask for patience, are slow on purpose or want order. */
@QuarkusTest
class SickEndpointTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    DemoTokens demo;
    GreenMail mail;

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
    void shouldLeaveAnEndpointAloneThatKeepsFailingAndComeBackWithOneProbe() {
        // Given
        for (int i = 0; i < 12; i++) {
            receiver.answers(500);
        }
        Registered endpoint = agency.register(receiver.url(), "*");
        for (int i = 0; i < 10; i++) {
            bus.publish(another().sent());
        }
        attempted(endpoint, 10);

        // When
        bus.publish(another().sent());
        await("a delivery that waits without an attempt").atMost(SOON).untilAsserted(() -> {
            List<List<?>> attempts = agency.deliveries(endpoint.id()).path("items.attempts");
            List<String> due = agency.deliveries(endpoint.id()).path("items.nextAttemptAt");
            assertThat(attempts.getFirst()).isEmpty();
            assertThat(Instant.parse(due.getFirst())).isAfter(clock.instant().plusSeconds(10));
        });
        assertThat(receiver.received()).hasSize(10);
        clock.advance(Duration.ofSeconds(31));

        // Then
        attempted(endpoint, 11);
        clock.advance(Duration.ofSeconds(61));
        attempted(endpoint, 12);
        clock.advance(Duration.ofSeconds(121));
        await("everything to arrive once it is well").atMost(SOON).untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(60));
            agency.deliveries(endpoint.id()).then().body("items.state", everyItem(equalTo("DELIVERED")));
        });
    }

    /** The receiver was called as often, and what came of it is written down: only then does time go on from there. */
    private void attempted(Registered endpoint, int count) {
        calls(count);
        await(count + " attempts").atMost(SOON).untilAsserted(() -> agency.deliveries(endpoint.id())
                .then()
                .body("items.attempts.flatten()", hasSize(count)));
    }

    @Test
    void shouldKeepOtherDeliveriesBackTooWhenTheReceiverAsksForPatience() {
        // Given
        receiver.answers(429, Map.of("Retry-After", "120"), "");
        Registered endpoint = agency.register(receiver.url(), "*");
        bus.publish(another().sent());
        calls(1);
        await("the hold")
                .atMost(SOON)
                .untilAsserted(() -> agency.deliveries(endpoint.id()).then().body("items[0].attempts", hasSize(1)));

        // When
        bus.publish(another().sent());

        // Then
        await("the second to wait").atMost(SOON).untilAsserted(() -> {
            List<String> due = agency.deliveries(endpoint.id()).path("items.nextAttemptAt");
            assertThat(due).hasSize(2);
            assertThat(due).allSatisfy(moment -> assertThat(Instant.parse(moment))
                    .isAfter(clock.instant().plusSeconds(60)));
        });
        assertThat(receiver.received()).hasSize(1);
        clock.advance(Duration.ofSeconds(125));
        await("both").atMost(SOON).untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(10));
            agency.deliveries(endpoint.id()).then().body("items.state", everyItem(equalTo("DELIVERED")));
        });
    }

    @Test
    void shouldWarnByMailAndEventAndDisableAfterFiveDays() {
        // Given
        for (int i = 0; i < 400; i++) {
            receiver.answers(503);
        }
        Registered endpoint = agency.register(Map.of(
                "url", receiver.url(), "eventTypes", List.of("*"), "alertAddress", "integrations@harborlight.example"));
        bus.publish(another().sent());
        calls(1);

        // When
        await("the end of patience")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    clock.advance(Duration.ofHours(7));
                    if (receiver.received().size() < 60) {
                        bus.publish(another().sent());
                    }
                    agency.read(endpoint.id()).then().body("disabledReason", equalTo("FAILING"));
                });

        // Then
        agency.get(endpoint.id(), "statistics").then().body("failuresInARow", equalTo(0));
        UUID subject = UUID.fromString(endpoint.id());
        try (BusWatch watch = BusWatch.of("footbridge.notification.v1")) {
            await("the events").atMost(SOON).untilAsserted(() -> {
                assertThat(watch.of(subject))
                        .filteredOn(event -> event.contains("endpoint_failing"))
                        .hasSize(2);
                assertThat(watch.of(subject))
                        .filteredOn(event -> event.contains("endpoint_disabled"))
                        .hasSize(1);
            });
        }
        await("the mails").atMost(SOON).untilAsserted(() -> assertThat(mails("integrations@harborlight.example"))
                .filteredOn(text -> text.contains(endpoint.id()))
                .hasSize(3)
                .allSatisfy(text -> assertThat(text).contains("127.0.0.1").doesNotContain("whsec_")));
    }

    @Test
    void shouldNotSendFasterThanTheOwnerWants() {
        // Given
        agency.register(Map.of("url", receiver.url(), "eventTypes", List.of("*"), "maxPerSecond", 4));

        // When
        long begun = System.nanoTime();
        for (int i = 0; i < 9; i++) {
            bus.publish(another().sent());
        }
        calls(9);

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1900));
    }

    @Test
    void shouldKeepTheOrderOfEachReferralAndHoldBackNoOther() {
        // Given
        receiver.answers(500);
        Registered endpoint =
                agency.register(Map.of("url", receiver.url(), "eventTypes", List.of("*"), "ordered", true));
        var sent = referral.sent();
        var accepted = referral.accepted();
        var other = another().sent();
        bus.publish(sent);
        calls(1);

        // When
        bus.publish(accepted);
        bus.publish(other);

        // Then
        assertThat(calls(2).get(1).header("webhook-id")).isEqualTo(other.id().toString());
        await("the second to wait for the first").atMost(SOON).untilAsserted(() -> agency.deliveries(endpoint.id())
                .then()
                .body("items.findAll { it.state == 'PENDING' }", hasSize(2)));
        clock.advance(Duration.ofSeconds(7));
        assertThat(calls(4).stream().map(call -> call.header("webhook-id")))
                .containsExactly(
                        sent.id().toString(),
                        other.id().toString(),
                        sent.id().toString(),
                        accepted.id().toString());
    }

    private Stream<String> mails(String address) {
        return Stream.of(mail.getReceivedMessages())
                .filter(message -> recipient(message).equals(address))
                .map(GreenMailUtil::getBody);
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private ReferralMother another() {
        return ReferralMother.of(DemoTokens.PRAIRIE_VIEW, agencyId);
    }

    private List<Received> calls(int count) {
        await(count + " calls of the receiver").atMost(SOON).untilAsserted(() -> assertThat(receiver.received())
                .hasSize(count));
        return receiver.received();
    }
}
