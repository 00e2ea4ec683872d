package org.footbridge.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

@QuarkusTest
class InboxTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PATH = "/api/v1/notifications";

    DemoTokens demo;
    TestDatabase database;
    ReferralStub referrals;

    @Inject
    TestClock clock;

    private final ReferralBus bus = ReferralBus.open();
    private final ReferralMother referral = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.HARBOR_LIGHT);
    private People people;
    private Someone someone;

    @BeforeEach
    void meet() {
        clock.reset();
        people = new People(demo, database, bus);
        someone = people.somebody(DemoTokens.PRAIRIE_VIEW, "coordinator");
        referrals.answer(referral.referralId, someone.answer("COORDINATOR", "es"));
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void shouldHoldEachEventOnceInNeutralWords() {
        // Given
        Event accepted = referral.accepted();

        // When
        bus.publish(accepted);
        bus.publish(accepted);
        bus.publish(referral.before(EventType.REFERRAL_OVERDUE));

        // Then
        awaitUnread(2);
        someone.asks()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.sequence", contains(2, 1))
                .body("items.topic", contains("ATTENTION", "PROGRESS"))
                .body("items.type", contains("referral.overdue.v1", "referral.accepted.v1"))
                .body(
                        "items.title",
                        contains(
                                "Una solicitud de apoyo estudiantil necesita su atención",
                                "Novedades sobre una solicitud de apoyo estudiantil"))
                .body("items.language", contains("es", "es"))
                .body("items[1].referralId", equalTo(referral.referralId.toString()))
                .body("items[1].placementId", equalTo(referral.placementId.toString()))
                .body("items[0].placementId", nullValue())
                .body("items[0].readAt", nullValue())
                .body("next", nullValue());
    }

    @Test
    void shouldForgetWhatIsOlderThanHalfAYearOnceSomethingNewComesIn() throws SQLException {
        // Given
        fill(2);
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update inbox_item set created_at = created_at - interval '181 days' where referral_id = '"
                            + referral.referralId + "'");
        }

        // When
        bus.publish(referral.before(EventType.REFERRAL_OVERDUE));

        // Then
        awaitUnread(1);
        someone.asks().get(PATH).then().body("items.sequence", contains(3));
    }

    @Test
    void shouldMarkAsReadOnce() {
        // Given
        fill(2);
        String newest = someone.asks().get(PATH).path("items[0].id");

        // When
        Response first = someone.asks().post(PATH + "/{id}/read", newest);
        clock.advance(Duration.ofHours(1));
        Response second = someone.asks().post(PATH + "/{id}/read", newest);

        // Then
        first.then().statusCode(200).body("readAt", notNullValue());
        second.then().statusCode(200).body("readAt", equalTo(first.path("readAt")));
        awaitUnread(1);
        someone.asks().queryParam("unread", true).get(PATH).then().body("items.sequence", contains(1));
    }

    @Test
    void shouldCountOffOnceWhatTwoWindowsReadAtTheSameTime() throws InterruptedException {
        // Given
        fill(3);
        String newest = someone.asks().get(PATH).path("items[0].id");

        // When
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService windows = Executors.newVirtualThreadPerTaskExecutor()) {
            windows.invokeAll(Collections.nCopies(8, (Callable<Integer>) () ->
                            someone.asks().post(PATH + "/{id}/read", newest).statusCode()))
                    .forEach(each -> answers.add(each.resultNow()));
        }

        // Then
        assertThat(answers).containsOnly(200);
        awaitUnread(2);
    }

    @Test
    void shouldMarkAsReadWhatWasSeenAndNothingThatCameLater() {
        fill(3);
        someone.asks()
                .body(Map.of("sequence", 2))
                .post(PATH + "/read-up-to")
                .then()
                .statusCode(200)
                .body("unread", equalTo(1));
        someone.asks().queryParam("unread", true).get(PATH).then().body("items.sequence", contains(3));
        someone.asks().body("{}").post(PATH + "/read-up-to").then().statusCode(422);
    }

    @Test
    void shouldPageWithoutGapsAndRefuseAForeignCursor() {
        // Given
        fill(3);

        // When
        Response first = someone.asks().queryParam("limit", 2).get(PATH);
        String next = first.path("next");
        Response second =
                someone.asks().queryParam("limit", 2).queryParam("cursor", next).get(PATH);

        // Then
        first.then().body("items.sequence", contains(3, 2)).header("Link", notNullValue());
        second.then().body("items.sequence", contains(1)).body("next", nullValue());
        people.somebody(DemoTokens.PRAIRIE_VIEW, "coordinator")
                .asks()
                .queryParam("cursor", next)
                .get(PATH)
                .then()
                .statusCode(400);
        someone.asks().queryParam("limit", 0).get(PATH).then().statusCode(400);
    }

    @Test
    void shouldBeNobodyElses() {
        // Given
        fill(1);
        String id = someone.asks().get(PATH).path("items[0].id");
        List<Someone> others = List.of(
                people.somebody(DemoTokens.PRAIRIE_VIEW, "coordinator"),
                people.somebody(DemoTokens.EASTFIELD, "coordinator"),
                // the same person's id in another district would be somebody else
                people.link(new Someone(
                        someone.id(),
                        DemoTokens.EASTFIELD,
                        demo.tokens()
                                .person("x-" + UUID.randomUUID())
                                .client("footbridge-demo")
                                .tenant(DemoTokens.EASTFIELD)
                                .scopes("notification:read", "notification:write")
                                .roles("coordinator"),
                        "x@example.org")));

        // Then
        for (Someone other : others) {
            other.asks().get(PATH).then().statusCode(200).body("items", empty());
            other.asks().get(PATH + "/unread-count").then().body("unread", equalTo(0));
            other.asks().post(PATH + "/{id}/read", id).then().statusCode(404);
        }
        awaitUnread(1);
        RestAssured.get(PATH).then().statusCode(401);
        RestAssured.given()
                .auth()
                .oauth2(demo.agencyStaff().sign())
                .get(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void shouldForgetWhatWasSaidOfADestroyedReferral() {
        // Given
        ReferralMother other = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.HARBOR_LIGHT);
        referrals.answer(other.referralId, someone.answer("COORDINATOR", "en"));
        fill(2);
        bus.publish(other.before(EventType.REFERRAL_OVERDUE));
        awaitUnread(3);

        // When
        bus.publish(referral.before(EventType.REFERRAL_PURGED));

        // Then
        awaitUnread(1);
        someone.asks().get(PATH).then().body("items", hasSize(1)).body("items[0].sequence", equalTo(3));
        assertThat(people.column("select id from mail_notice where referral_id = ?", referral.referralId))
                .isEmpty();
    }

    private void fill(int count) {
        for (int i = 1; i <= count; i++) {
            bus.publish(referral.before(EventType.REFERRAL_OVERDUE));
            awaitUnread(i);
        }
    }

    private void awaitUnread(int count) {
        await(count + " unread").atMost(SOON).untilAsserted(() -> someone.asks()
                .get(PATH + "/unread-count")
                .then()
                .statusCode(200)
                .body("unread", equalTo(count)));
    }
}
