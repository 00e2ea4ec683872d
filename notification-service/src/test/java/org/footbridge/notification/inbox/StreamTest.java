package org.footbridge.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.notification.world.People;
import org.footbridge.notification.world.People.Someone;
import org.footbridge.notification.world.ReferralBus;
import org.footbridge.notification.world.ReferralMother;
import org.footbridge.notification.world.ReferralStub;
import org.footbridge.notification.world.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The inbox as server-sent events: in order, without gaps, and nobody else's. */
@QuarkusTest
@Timeout(120)
class StreamTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PATH = "/api/v1/notifications";

    DemoTokens demo;
    TestDatabase database;
    ReferralStub referrals;

    @Inject
    TestClock clock;

    @Inject
    InboxSignal signal;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ReferralBus bus = ReferralBus.open();
    private People people;

    @BeforeEach
    void meet() {
        clock.reset();
        people = new People(demo, database, bus);
    }

    @AfterEach
    void close() {
        client.shutdownNow();
        bus.close();
    }

    @Test
    void shouldTellAsItComesIn() throws Exception {
        // Given
        Someone someone = people.somebody(DemoTokens.PRAIRIE_VIEW, "coordinator");
        List<String> heard = listen(someone, null);

        // When
        tell(someone, EventType.REFERRAL_OVERDUE);
        tell(someone, EventType.REFERRAL_ACCEPTED);

        // Then
        await("two notifications").atMost(SOON).untilAsserted(() -> assertThat(heard)
                .filteredOn(line -> line.startsWith("id:"))
                .containsExactly("id:1", "id:2"));
        assertThat(heard).contains("event:notification");
        assertThat(heard)
                .filteredOn(line -> line.startsWith("data:"))
                .first()
                .asString()
                .contains(
                        "\"type\":\"referral.overdue.v1\"",
                        "\"title\":\"A student support request needs your attention\"");
    }

    @Test
    void shouldGoOnWhereTheReaderHasStopped() throws Exception {
        // Given
        Someone someone = people.somebody(DemoTokens.PRAIRIE_VIEW, "coordinator");
        for (int i = 0; i < 3; i++) {
            tell(someone, EventType.REFERRAL_OVERDUE);
        }
        await("three notifications").atMost(SOON).untilAsserted(() -> assertThat(unread(someone))
                .isEqualTo(3));

        // When
        List<String> heard = listen(someone, "1");

        // Then
        await("the two after it").atMost(SOON).untilAsserted(() -> assertThat(heard)
                .filteredOn(line -> line.startsWith("id:"))
                .containsExactly("id:2", "id:3"));
    }

    @Test
    void shouldTellNobodyElse() throws Exception {
        // Given
        Someone someone = people.somebody(DemoTokens.PRAIRIE_VIEW, "coordinator");
        Someone colleague = people.somebody(DemoTokens.PRAIRIE_VIEW, "coordinator");
        Someone namesake = people.link(new Someone(
                someone.id(),
                DemoTokens.EASTFIELD,
                demo.tokens()
                        .person("x-" + UUID.randomUUID())
                        .client("footbridge-demo")
                        .tenant(DemoTokens.EASTFIELD)
                        .scopes("notification:read")
                        .roles("coordinator"),
                "x@example.org"));
        List<String> heard = listen(someone, null);
        List<String> byColleague = listen(colleague, null);
        List<String> inTheOtherDistrict = listen(namesake, "0");

        // When
        tell(someone, EventType.REFERRAL_OVERDUE);
        await("the notification").atMost(SOON).untilAsserted(() -> assertThat(heard)
                .contains("id:1"));
        awaitHeartbeats(byColleague, inTheOtherDistrict);

        // Then
        assertThat(byColleague).noneMatch(line -> line.startsWith("data:"));
        assertThat(inTheOtherDistrict).noneMatch(line -> line.startsWith("data:"));
    }

    @Test
    void shouldHearOfWhatAnotherCopyHasTakenIn() throws SQLException {
        // Given
        UUID person = UUID.randomUUID();
        AssertSubscriber<Boolean> woken =
                signal.of(person).filter(real -> real).subscribe().withSubscriber(AssertSubscriber.create(10));
        woken.awaitItems(1, SOON);

        // When
        try (Connection other = database.connectAsApp();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_notify('inbox', '" + person + "')");
        }

        // Then
        woken.awaitItems(2, SOON).cancel();
    }

    @Test
    void shouldEndTheOldestOfTooManyStreams() throws Exception {
        // Given
        Someone someone = people.somebody(DemoTokens.PRAIRIE_VIEW, "coordinator");
        BufferedReader oldest = reader(open(someone, null));
        assertThat(oldest.readLine()).as("its first sign of life").startsWith(":");
        for (int i = 0; i < 5; i++) {
            listen(someone, null);
        }

        // When
        String line = oldest.readLine();
        while (line != null) {
            line = oldest.readLine();
        }

        // Then
        List<String> heard = listen(someone, null);
        tell(someone, EventType.REFERRAL_OVERDUE);
        await("the notification").atMost(SOON).untilAsserted(() -> assertThat(heard)
                .contains("id:1"));
    }

    @Test
    void shouldRefuseWhoHasNoInbox() throws Exception {
        Someone someone = people.somebody(DemoTokens.PRAIRIE_VIEW, "coordinator");
        assertThat(open(someone, "yesterday").statusCode()).isEqualTo(400);
        assertThat(open(someone, "-1").statusCode()).isEqualTo(400);
        RestAssured.get(PATH + "/stream").then().statusCode(401);
        assertThat(open(new Someone(null, null, demo.agencyStaff(), null), null).statusCode())
                .isEqualTo(403);
        assertThat(open(new Someone(null, null, demo.otherEducator(), null), null)
                        .statusCode())
                .isEqualTo(409);
    }

    private void tell(Someone someone, EventType type) {
        ReferralMother referral = ReferralMother.of(someone.tenant(), DemoTokens.HARBOR_LIGHT);
        referrals.answer(referral.referralId, someone.answer("COORDINATOR", "en"));
        Event event = referral.before(type);
        bus.publish(event);
        await("the notification").atMost(SOON).untilAsserted(() -> assertThat(
                        people.column("select id from inbox_item where event_id = ?", event.id()))
                .hasSize(1));
    }

    private int unread(Someone someone) {
        return someone.asks().get(PATH + "/unread-count").path("unread");
    }

    @SafeVarargs
    private static void awaitHeartbeats(List<String>... streams) {
        for (List<String> heard : streams) {
            long before = heartbeats(heard);
            await("two more heartbeats").atMost(SOON).until(() -> heartbeats(heard) >= before + 2);
        }
    }

    private static long heartbeats(List<String> heard) {
        return heard.stream().filter(line -> line.startsWith(":")).count();
    }

    /** The lines of a stream, as they come in; it is open when this returns. */
    private List<String> listen(Someone someone, String lastEventId) throws Exception {
        BufferedReader reader = reader(open(someone, lastEventId));
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread.ofVirtual().start(() -> {
            try (reader) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line.replaceFirst("^(\\w+): ", "$1:"));
                }
            } catch (IOException ended) {
                lines.add("ended");
            }
        });
        await("a sign of life").atMost(SOON).until(() -> lastEventId != null || heartbeats(lines) > 0);
        return lines;
    }

    private static BufferedReader reader(HttpResponse<InputStream> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private HttpResponse<InputStream> open(Someone someone, String lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + PATH + "/stream"))
                .header("Authorization", "Bearer " + someone.token().sign())
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }
}
