package org.footbridge.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.footbridge.common.events.Event;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.FreePorts;
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

/** Receivers, copies and databases that fail: every event arrives at least once, under the same id. */
@QuarkusTest
class FaultTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    TestDatabase database;
    DemoTokens demo;

    @Inject
    TestClock clock;

    private Endpoints agency;
    /** Its own in each test: what other tests have published comes in late and is not for it. */
    private final UUID agencyId = UUID.randomUUID();

    private final ReferralBus bus = ReferralBus.open();
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
        bus.close();
    }

    @Test
    void shouldDeliverEverythingToAReceiverThatWasDownForAnHour() {
        // Given
        int port = FreePorts.next();
        Registered endpoint = agency.register("http://127.0.0.1:" + port + "/hook", "*");
        List<String> ids = publishFive();
        await("the first attempts").atMost(SOON).untilAsserted(() -> agency.deliveries(endpoint.id())
                .then()
                .body("items", hasSize(5))
                .body("items.attempts.collect { it.size() }", everyItem(greaterThan(0))));
        for (int minutes = 0; minutes < 60; minutes += 10) {
            clock.advance(Duration.ofMinutes(10));
        }

        // When
        try (WebhookReceiver receiver = WebhookReceiver.startAt(port)) {
            // Then
            await("everything once it is back").atMost(SOON).untilAsserted(() -> {
                clock.advance(Duration.ofMinutes(10));
                agency.deliveries(endpoint.id()).then().body("items.state", everyItem(is("DELIVERED")));
            });
            assertThat(receiver.received())
                    .extracting(call -> call.header("webhook-id"))
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void shouldKeepTheOrderForAReceiverThatAnswersEveryOtherWith500() {
        try (WebhookReceiver receiver = WebhookReceiver.start()) {
            // Given
            for (int i = 0; i < 5; i++) {
                receiver.answers(500).answers(204);
            }
            Registered endpoint =
                    agency.register(Map.of("url", receiver.url(), "eventTypes", List.of("*"), "ordered", true));

            // When
            List<String> ids = publishFive();

            // Then
            await("everything").atMost(SOON).untilAsserted(() -> {
                clock.advance(Duration.ofSeconds(3));
                agency.deliveries(endpoint.id())
                        .then()
                        .body("items", hasSize(5))
                        .body("items.state", everyItem(is("DELIVERED")));
            });
            assertThat(new LinkedHashSet<>(receiver.received().stream()
                            .map(call -> call.header("webhook-id"))
                            .toList()))
                    .containsExactlyElementsOf(ids);
            assertThat(receiver.received()).hasSize(10);
        }
    }

    @Test
    void shouldDeliverTheOthersWhileOneReceiverHangs() {
        CountDownLatch held = new CountDownLatch(1);
        try (WebhookReceiver hanging = WebhookReceiver.start();
                WebhookReceiver well = WebhookReceiver.start()) {
            // Given
            for (int i = 0; i < 50; i++) {
                hanging.answers(204, Map.of(), "", () -> awaitLatch(held));
            }
            agency.register(hanging.url(), "*");
            agency.register(well.url(), "*");

            // When
            List<String> ids = publishFive();

            // Then
            await("the well receiver").atMost(SOON).untilAsserted(() -> assertThat(well.received())
                    .extracting(call -> call.header("webhook-id"))
                    .containsExactlyInAnyOrderElementsOf(ids));
            held.countDown();
        }
    }

    /** Many endpoints may live at one address; fifteen seconds later the calls that hang would be given up. */
    @Test
    void shouldDeliverTheOthersWhileManyHangAtTheSameAddress() {
        CountDownLatch held = new CountDownLatch(1);
        try (WebhookReceiver receiver = WebhookReceiver.start()) {
            // Given
            receiver.stalls("/silent", () -> awaitLatch(held));
            for (int i = 0; i < 6; i++) {
                agency.register(receiver.url("/silent"), "*");
            }
            agency.register(receiver.url(), "*");

            // When
            List<String> ids = publishFive();

            // Then
            await("the well one").atMost(Duration.ofSeconds(12)).untilAsserted(() -> assertThat(receiver.received())
                    .filteredOn(call -> call.path().equals("/hook"))
                    .extracting(call -> call.header("webhook-id"))
                    .containsExactlyInAnyOrderElementsOf(ids));
            held.countDown();
        }
    }

    @Test
    void shouldRecordWhatWasSentThoughTheDatabaseCutEveryConnectionMeanwhile() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        try (WebhookReceiver receiver = WebhookReceiver.start()) {
            // Given
            receiver.answers(204, Map.of(), "", () -> awaitLatch(held));
            Registered endpoint = agency.register(receiver.url(), "*");
            Event sent = referral.sent();
            bus.publish(sent);
            await("the call").atMost(SOON).until(() -> receiver.received().size() == 1);

            // When
            cutConnections();
            held.countDown();

            // Then
            await("the record").atMost(SOON).ignoreExceptions().untilAsserted(() -> agency.deliveries(endpoint.id())
                    .then()
                    .statusCode(200)
                    .body("items[0].state", is("DELIVERED")));
            assertThat(receiver.received())
                    .extracting(call -> call.header("webhook-id"))
                    .containsOnly(sent.id().toString());
        }
    }

    @Test
    void shouldTakeOverFromACopyThatDiedInTheMiddle() throws Exception {
        try (WebhookReceiver receiver = WebhookReceiver.start()) {
            // Given
            receiver.answers(500);
            Registered endpoint = agency.register(receiver.url(), "*");
            Event sent = referral.sent();
            bus.publish(sent);
            await("a delivery that waits for its second attempt")
                    .atMost(SOON)
                    .untilAsserted(() -> agency.deliveries(endpoint.id()).then().body("items[0].attempts", hasSize(1)));
            claimAsACopyThatDies(endpoint.id());

            // When
            clock.advance(Duration.ofSeconds(7));

            // Then
            await("the other copy").atMost(SOON).untilAsserted(() -> agency.deliveries(endpoint.id())
                    .then()
                    .body("items[0].state", is("DELIVERED")));
            List<Received> calls = receiver.received();
            assertThat(calls).hasSize(2);
            assertThat(calls.get(1).header("webhook-id")).isEqualTo(sent.id().toString());
        }
    }

    private List<String> publishFive() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Event event = i == 0 ? referral.sent() : referral.accepted();
            ids.add(event.id().toString());
            bus.publish(event);
        }
        return ids;
    }

    private void cutConnections() throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet cut = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()")) {
            cut.next();
            assertThat(cut.getInt(1)).isPositive();
        }
    }

    /** What a copy leaves behind that was killed after it had claimed: a lease that nobody renews. */
    private void claimAsACopyThatDies(String endpoint) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                Statement statement = superuser.createStatement()) {
            int claimed = statement.executeUpdate("update work_queue set lease_id = gen_random_uuid(),"
                    + " leased_until = clock_timestamp() + interval '3 seconds' where lane_id = '" + endpoint + "'");
            assertThat(claimed).isEqualTo(1);
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
