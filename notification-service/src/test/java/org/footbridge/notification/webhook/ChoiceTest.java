package org.footbridge.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.notification.world.Endpoints;
import org.footbridge.notification.world.ReferralBus;
import org.footbridge.notification.world.ReferralMother;
import org.footbridge.notification.world.TestClock;
import org.footbridge.notification.world.WebhookReceiver;
import org.footbridge.notification.world.WebhookReceiver.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of which event, and with which headers. */
@QuarkusTest
class ChoiceTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    DemoTokens demo;

    @Inject
    TestClock clock;

    private Endpoints agency;
    private Endpoints district;
    /** Its own in each test: what other tests have published comes in late and is not for it. */
    private final UUID agencyId = UUID.randomUUID();

    private final ReferralBus bus = ReferralBus.open();
    private final WebhookReceiver receiver = WebhookReceiver.start();
    private final ReferralMother referral = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, agencyId);

    @BeforeEach
    void clear() {
        clock.reset();
        agency = Endpoints.of(demo.agencyStaff().agency(agencyId));
        district = Endpoints.of(demo.districtApp());
        agency.removeAll();
        district.removeAll();
    }

    @AfterEach
    void close() {
        agency.removeAll();
        district.removeAll();
        receiver.close();
        bus.close();
    }

    @Test
    void shouldTellADistrictsAppOfItsOwnReferralsOnly() {
        // Given
        district.register(receiver.url(), "*");
        Event elsewhere = ReferralMother.of(DemoTokens.EASTFIELD, agencyId).sent();
        Event requested = referral.before(EventType.CONSENT_REQUESTED);
        Event sent = referral.sent();

        // When
        bus.publish(elsewhere);
        bus.publish(requested);
        bus.publish(sent);

        // Then
        List<Received> calls = received(2);
        assertThat(calls)
                .extracting(call -> call.header("webhook-id"))
                .containsExactlyInAnyOrder(requested.id().toString(), sent.id().toString());
        assertThat(calls)
                .extracting(Received::text)
                .containsExactlyInAnyOrder(
                        "{\"type\":\"consent.requested.v1\",\"timestamp\":\"%s\",\"data\":{\"referralId\":\"%s\",\"state\":\"AWAITING_CONSENT\",\"links\":{\"referral\":\"/api/v1/referrals/%s\"}}}"
                                .formatted(requested.time(), referral.referralId, referral.referralId),
                        "{\"type\":\"referral.sent.v1\",\"timestamp\":\"%s\",\"data\":{\"referralId\":\"%s\",\"state\":\"PLACED\",\"placementId\":\"%s\",\"placementState\":\"SENT\",\"links\":{\"referral\":\"/api/v1/referrals/%s\",\"placement\":\"/api/v1/placements/%s\"}}}"
                                .formatted(
                                        sent.time(),
                                        referral.referralId,
                                        referral.placementId,
                                        referral.referralId,
                                        referral.placementId));
    }

    @Test
    void shouldTellOnlyOfTheSchoolsAndServicesThatWereChosen() {
        // Given
        register("schoolIds", referral.schoolId, "/school");
        register("schoolIds", UUID.randomUUID(), "/other-school");
        register("serviceIds", referral.serviceId, "/service");
        register("serviceIds", UUID.randomUUID(), "/other-service");

        // When
        bus.publish(referral.sent());
        received(2);
        agency.register(receiver.url(), "*");
        bus.publish(referral.accepted());

        // Then
        assertThat(received(5)).extracting(Received::path).containsOnly("/hook/school", "/hook/service", "/hook");
    }

    private void register(String filter, UUID id, String path) {
        agency.register(Map.of("url", receiver.url() + path, "eventTypes", List.of("*"), filter, List.of(id)));
    }

    @Test
    void shouldSendTheHeadersThatTheOwnerChose() {
        // Given
        agency.register(Map.of(
                "url",
                receiver.url(),
                "eventTypes",
                List.of("*"),
                "headers",
                List.of(Map.of("name", "X-Tenant-Key", "value", "hl-4711"))));

        // When
        bus.publish(referral.sent());

        // Then
        assertThat(received(1).getFirst().header("x-tenant-key")).isEqualTo("hl-4711");
    }

    private List<Received> received(int count) {
        await("calls of the receiver").atMost(SOON).untilAsserted(() -> assertThat(receiver.received())
                .hasSize(count));
        return receiver.received();
    }
}
