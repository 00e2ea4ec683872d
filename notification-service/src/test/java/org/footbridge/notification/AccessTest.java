package org.footbridge.notification;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.stream.Stream;
import org.footbridge.common.testsupport.Access;
import org.footbridge.common.testsupport.AccessMatrix;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.notification.world.Endpoints;
import org.footbridge.notification.world.Endpoints.Registered;
import org.footbridge.notification.world.WebhookReceiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class AccessTest {
    private static final String ONE = "/api/v1/webhooks/endpoints/{id}";
    private static final String LIST = "/api/v1/webhooks/endpoints?limit=200";

    DemoTokens demo;
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
                .tests();
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
