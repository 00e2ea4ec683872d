package org.footbridge.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agency behind a firewall fetches its messages; and what is too old goes with its table. */
@QuarkusTest
class PullTest {
    private static final Duration SOON = Duration.ofSeconds(30);

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
    void shouldFetchInOrderAndReadOnWhereItStopped() {
        // Given
        Registered endpoint = agency.register(Map.of("eventTypes", List.of("referral.*")));
        String start = fromNow(endpoint);
        Event sent = referral.sent();
        Event accepted = referral.accepted();
        bus.publish(sent);
        bus.publish(accepted);

        // When
        await("both messages")
                .atMost(SOON)
                .untilAsserted(() -> pull(endpoint, start, 200).then().body("items", hasSize(2)));
        Response first = pull(endpoint, start, 1);
        Response second = pull(endpoint, first.path("cursor"), 1);
        Response none = pull(endpoint, second.path("cursor"), 1);

        // Then
        first.then()
                .statusCode(200)
                .body("items[0].webhookId", equalTo(sent.id().toString()))
                .body("items[0].payload.data.placementId", equalTo(referral.placementId.toString()))
                .body("more", equalTo(true));
        second.then()
                .body("items[0].webhookId", equalTo(accepted.id().toString()))
                .body("more", equalTo(false));
        none.then().body("items", hasSize(0)).body("more", equalTo(false));
        Event later = referral.accepted();
        bus.publish(later);
        await("the message after").atMost(SOON).untilAsserted(() -> pull(endpoint, none.path("cursor"), 1)
                .then()
                .body("items[0].webhookId", equalTo(later.id().toString())));
        agency.post(endpoint.id(), "ping", "").then().statusCode(409);
        agency.read(endpoint.id()).then().body("url", nullValue());
    }

    @Test
    void shouldNotPassOverWhatWasWrittenBeforeAndCommittedAfter() throws Exception {
        // Given
        Registered endpoint = agency.register(Map.of("eventTypes", List.of("*")));
        String start = fromNow(endpoint);
        UUID early = UUID.randomUUID();
        try (Connection slow = database.connectAsSuperuser()) {
            slow.setAutoCommit(false);
            try (Statement insert = slow.createStatement()) {
                insert.execute("insert into webhook_message (id, owner_id, tenant_id, event_id, event_type, subject_id,"
                        + " sequence, body, created_at) values (uuidv7(), '%s', '%s', '%s', 'referral.sent.v1', '%s', 1,"
                                .formatted(agencyId, DemoTokens.PRAIRIE_VIEW, early, early)
                        + " '{}', now())");
            }

            // When
            Event sent = referral.sent();
            bus.publish(sent);
            await("the event to be stored").atMost(SOON).until(() -> stored(sent.id()) == 1);

            // Then
            pull(endpoint, start, 200).then().body("items", hasSize(0));
            slow.commit();
            await("both").atMost(SOON).untilAsserted(() -> pull(endpoint, start, 200)
                    .then()
                    .body(
                            "items.webhookId",
                            equalTo(List.of(early.toString(), sent.id().toString()))));
        }
    }

    @Test
    void shouldShowNothingOfAPlacementWhoseAccessHasEnded() {
        // Given
        Registered endpoint = agency.register(Map.of("eventTypes", List.of("*")));
        String start = fromNow(endpoint);
        bus.publish(referral.sent());
        await("the message")
                .atMost(SOON)
                .untilAsserted(() -> pull(endpoint, start, 200).then().body("items", hasSize(1)));

        // When
        bus.publish(referral.accessRevoked());

        // Then
        await("only the end").atMost(SOON).untilAsserted(() -> pull(endpoint, start, 200)
                .then()
                .body("items.type", equalTo(List.of("referral.access_revoked.v1"))));
    }

    @Test
    void shouldTakeNoCursorOfAnotherListOrCaller() {
        Registered endpoint = agency.register(Map.of("eventTypes", List.of("*")));
        Registered other = agency.register(Map.of("eventTypes", List.of("*")));
        pull(endpoint, pull(other, null, 1).path("cursor"), 1).then().statusCode(400);
        agency.get(endpoint.id(), "messages?limit=201").then().statusCode(400);
        Endpoints.of(demo.otherAgencyStaff())
                .get(endpoint.id(), "messages")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldDropTheTablesOfWeeksThatAreKeptNoLonger() throws Exception {
        // Given
        try (Connection superuser = database.connectAsSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("select webhook_weeks('2025-03-05T12:00:00Z', interval '1000 years')");
        }
        assertThat(weeks())
                .contains("webhook_delivery_20250303", "webhook_attempt_20250303", "webhook_message_20250303");
        List<String> current =
                weeks().stream().filter(name -> !name.contains("_2025")).toList();

        // When
        clock.advance(Duration.ofDays(30)); // other tests may have moved its day on

        // Then
        await("the old tables to go").atMost(SOON).untilAsserted(() -> assertThat(weeks())
                .noneMatch(name -> name.contains("_2025"))
                .containsAll(current));
    }

    private List<String> weeks() throws Exception {
        List<String> names = new ArrayList<>();
        try (Connection superuser = database.connectAsSuperuser();
                var found = superuser
                        .createStatement()
                        .executeQuery("select relname from pg_class where relname ~ '^webhook_.*_[0-9]{8}$'")) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    private int stored(UUID event) throws Exception {
        try (Connection superuser = database.connectAsSuperuser();
                var found = superuser
                        .createStatement()
                        .executeQuery(
                                "select count(*) from webhook_message where agency_id is not null and event_id = '"
                                        + event + "'")) {
            found.next();
            return found.getInt(1);
        }
    }

    /** The cursor behind everything that other tests have left. */
    private String fromNow(Registered endpoint) {
        String cursor = null;
        boolean more = true;
        while (more) {
            Response page = pull(endpoint, cursor, 200);
            cursor = page.path("cursor");
            more = page.path("more");
        }
        return cursor;
    }

    private Response pull(Registered endpoint, String cursor, int limit) {
        return agency.get(endpoint.id(), "messages?limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor));
    }
}
