package org.footbridge.directory.responsiveness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.EventJson;
import org.footbridge.common.events.EventSchemas;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.Ids;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.events.ReferralSnapshot.PlacementSnapshot;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.directory.Bus;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class PlacementConsumerTest {
    private static final UUID DISTRICT = DemoTokens.PRAIRIE_VIEW;
    private static final Instant SENT = Instant.parse("2026-10-05T15:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Bus bus;

    TestDatabase database;
    DemoTokens demo;

    private final UUID referral = Ids.next();
    private final UUID placement = Ids.next();
    private final UUID service = Ids.next();

    @Test
    void shouldKeepTheTimesOfAPlacement() {
        tell(2, snapshot(placement, service, 2, true, 9));
        awaitFact(placement, "2 2 t 9");
    }

    @Test
    void shouldNotCareThatAnEventComesTwice() {
        UUID event = Ids.next();
        String sent = EventJson.write(snapshot(placement, service, null, null, null));
        bus.publish(event, EventType.REFERRAL_SENT, DISTRICT, referral, 1, sent);
        bus.publish(event, EventType.REFERRAL_SENT, DISTRICT, referral, 1, sent);
        tell(2, snapshot(placement, service, 3, false, null));
        awaitFact(placement, "2 3 f");
    }

    @Test
    void shouldIgnoreAnEventThatItHasPassed() {
        UUID after = Ids.next();
        tell(3, snapshot(placement, service, 2, true, 9));
        tell(2, snapshot(placement, service, null, null, null));
        bus.publish(EventType.REFERRAL_SENT, DISTRICT, referral, 4, snapshot(after, service, null, null, null));
        awaitFact(after, "4");
        awaitFact(placement, "3 2 t 9");
    }

    @Test
    void shouldGoOnAfterAPoisonRecord() {
        bus.publish(Ids.next(), EventType.REFERRAL_SENT, DISTRICT, referral, 1, "{\"referralId\": 7");
        tell(2, snapshot(placement, service, 1, true, null));
        awaitFact(placement, "2 1 t");
    }

    @Test
    void shouldReadTheExamplesOfItsProducer() {
        UUID golden = UUID.fromString("01980000-0000-7000-8000-000000000201");
        bus.publish(
                Ids.next(),
                EventType.REFERRAL_ACCEPTED,
                DISTRICT,
                referral,
                1,
                EventSchemas.example(EventType.REFERRAL_ACCEPTED));
        awaitFact(golden, "1 0 t");
    }

    @Test
    void shouldShowFiguresFromTenCasesOn() {
        // Given
        DemoDirectory.present(demo);
        UUID known = UUID.fromString(DemoDirectory.PLAY_THERAPY);
        for (int i = 1; i <= 9; i++) {
            tell(1, snapshot(Ids.next(), known, i, i > 3, i > 3 ? 2 * i : null));
        }
        tell(1, snapshot(placement, service, null, null, null));
        awaitFact(placement, "1");
        given().get("/api/v1/directory/services/{id}", known)
                .then()
                .statusCode(200)
                .body("responsiveness", nullValue());

        // When
        UUID tenth = Ids.next();
        tell(1, snapshot(tenth, known, 10, true, null));
        awaitFact(tenth, "1 10 t");

        // Then
        given().get("/api/v1/directory/services/{id}", known)
                .then()
                .statusCode(200)
                .body("responsiveness.medianDaysToAnswer", equalTo(6))
                .body("responsiveness.acceptedPercent", equalTo(70))
                .body("responsiveness.medianDaysToFirstVisit", nullValue());
    }

    private void tell(long sequence, ReferralSnapshot snapshot) {
        bus.publish(EventType.REFERRAL_ACCEPTED, DISTRICT, referral, sequence, snapshot);
    }

    private ReferralSnapshot snapshot(UUID of, UUID at, Integer answered, Boolean accepted, Integer seen) {
        PlacementSnapshot one = new PlacementSnapshot(
                of,
                at,
                "A service",
                DemoTokens.HARBOR_LIGHT,
                "An agency",
                accepted == null ? "SENT" : accepted ? "ACCEPTED" : "DECLINED",
                true,
                Boolean.FALSE.equals(accepted) ? "NO_CAPACITY" : null,
                null,
                SENT,
                null,
                after(answered),
                null,
                after(seen),
                null);
        return new ReferralSnapshot(
                referral,
                "FB-7K3M9QRT",
                Ids.next(),
                "A school",
                "PLACED",
                new ReferralSnapshot.Cohort("6-8", "en", "ROUTINE", "EDUCATOR"),
                of,
                null,
                SENT,
                null,
                null,
                null,
                SENT,
                null,
                null,
                null,
                List.of(one),
                null,
                null,
                null);
    }

    private static Instant after(Integer days) {
        return days == null ? null : SENT.plus(Duration.ofDays(days));
    }

    private void awaitFact(UUID of, String expected) {
        await("the fact of " + of).atMost(PATIENCE).untilAsserted(() -> assertThat(fact(of))
                .isEqualTo(expected));
    }

    private String fact(UUID of) throws SQLException {
        String query = """
                select concat_ws(' ', sequence, cast(extract(day from answered_at - sent_at) as integer), accepted,
                                 cast(extract(day from seen_at - sent_at) as integer))
                from placement_facts where placement_id = ?
                """;
        try (Connection connection = database.connectAsSuperuser();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, of);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }
}
