package org.footbridge.notification;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.footbridge.common.events.EventType;
import org.footbridge.common.testsupport.Access;
import org.footbridge.common.testsupport.AccessMatrix;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.notification.world.Endpoints;
import org.footbridge.notification.world.Endpoints.Registered;
import org.footbridge.notification.world.People;
import org.footbridge.notification.world.People.Someone;
import org.footbridge.notification.world.ReferralBus;
import org.footbridge.notification.world.ReferralMother;
import org.footbridge.notification.world.ReferralStub;
import org.footbridge.notification.world.WebhookReceiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class AccessTest {
    private static final String ONE = "/api/v1/webhooks/endpoints/{id}";
    private static final String SINCE = "{\"since\":\"2026-11-02T15:00:00Z\"}";
    private static final String LIST = "/api/v1/webhooks/endpoints?limit=200";

    DemoTokens demo;
    TestDatabase database;
    ReferralStub referrals;
    private final WebhookReceiver receiver = WebhookReceiver.start();

    @BeforeEach
    void clear() {
        Endpoints.of(demo.agencyStaff()).removeAll();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @TestFactory
    Stream<DynamicTest> access() {
        return AccessMatrix.of(demo)
                .operation("getWebhookEndpoint", () -> ofOne(registered()).unchanged(ONE))
                .operation("changeWebhookEndpoint", () -> ofOne(registered())
                        .header("If-Match", "\"0\"")
                        .body("{\"description\": \"changed\"}")
                        .unchanged(ONE))
                .operation(
                        "deleteWebhookEndpoint",
                        () -> ofOne(registered()).header("If-Match", "\"0\"").unchanged(ONE))
                .operation("rotateWebhookSecret", () -> ofOne(registered()).unchanged(ONE))
                .operation("pingWebhookEndpoint", () -> ofOne(registered()).unchanged(ONE + "/deliveries"))
                .operation("listWebhookDeliveries", () -> ofOne(registered()).unchanged(ONE))
                .operation("resendWebhookDelivery", this::finishedDelivery)
                .operation("markNotificationRead", this::notified)
                .operation("getEscalation", this::crisis)
                .operation("listEscalationSteps", this::crisis)
                .open("askToUnsubscribe", "the signed token is the key")
                .open("unsubscribe", "the signed token is the key")
                .operation("getWebhookDelivery", this::finishedDelivery)
                .operation("expungeWebhookDelivery", this::finishedDelivery)
                .operation("recoverWebhookDeliveries", () -> ofOne(registered()).body(SINCE))
                .operation("replayMissingWebhookDeliveries", () -> ofOne(registered())
                        .body(SINCE))
                .operation("pullWebhookMessages", () -> ofOne(registered()))
                .operation("getWebhookStatistics", () -> ofOne(registered()))
                .open("getWebhookEventType", "the catalogue holds no data of anybody")
                .open("listWebhookEventTypes", "the catalogue holds no data of anybody")
                .open("getWebhookAsyncApi", "the catalogue holds no data of anybody")
                .tests();
    }

    /** A notification of somebody of Prairie View; no stranger finds it in a list. */
    private Access notified() {
        try (ReferralBus bus = ReferralBus.open()) {
            Someone someone = new People(demo, database, bus).somebody(DemoTokens.PRAIRIE_VIEW, "coordinator");
            ReferralMother referral = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.HARBOR_LIGHT);
            referrals.answer(referral.referralId, someone.answer("COORDINATOR", "en"));
            bus.publish(referral.before(EventType.REFERRAL_OVERDUE));
            await("the notification")
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            someone.asks().get("/api/v1/notifications").then().body("items", hasSize(1)));
            String id = someone.asks().get("/api/v1/notifications").path("items[0].id");
            return Access.by(someone.token())
                    .path("id", id)
                    .hiddenIn("/api/v1/notifications?limit=200")
                    .unchanged("/api/v1/notifications/unread-count");
        }
    }

    /** A crisis that somebody of Prairie View was told of. */
    private Access crisis() {
        try (ReferralBus bus = ReferralBus.open()) {
            Someone someone = new People(demo, database, bus).somebody(DemoTokens.PRAIRIE_VIEW, "coordinator");
            ReferralMother referral = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.HARBOR_LIGHT);
            referrals.answer(referral.referralId, someone.answer("COORDINATOR", "en"));
            bus.publish(referral.crisis(
                    EventType.REFERRAL_CRISIS_RAISED, 0, Instant.now().plusSeconds(3600)));
            await("the crisis").atMost(Duration.ofSeconds(30)).untilAsserted(() -> someone.asks()
                    .get("/api/v1/notifications/escalations/{id}", referral.referralId)
                    .then()
                    .statusCode(200));
            return Access.by(someone.token()).path("referralId", referral.referralId);
        }
    }

    private String registered() {
        return Endpoints.of(demo.agencyStaff()).register(receiver.url(), "*").id();
    }

    private Access ofOne(String endpoint) {
        return Access.by(demo.agencyStaff()).path("id", endpoint).hiddenIn(LIST);
    }

    private Access finishedDelivery() {
        Endpoints agency = Endpoints.of(demo.agencyStaff());
        Registered endpoint = agency.register(receiver.url(), "*");
        String delivery = agency.ping(endpoint.id()).path("id");
        await("the ping").atMost(Duration.ofSeconds(30)).untilAsserted(() -> agency.deliveries(endpoint.id())
                .then()
                .body("items[0].state", equalTo("DELIVERED")));
        return Access.by(demo.agencyStaff())
                .path("id", endpoint.id())
                .path("deliveryId", delivery)
                .unchanged(ONE + "/deliveries");
    }
}
