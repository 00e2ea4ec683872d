package org.footbridge.feedback.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.EventJson;
import org.footbridge.common.events.EventSchemas;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.Ids;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.feedback.Bus;
import org.footbridge.feedback.District;
import org.footbridge.feedback.FeedbackTest;
import org.footbridge.feedback.ReferralMother;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@FeedbackTest
class ReferralConsumerTest {
    private static final Instant SUBMITTED = Instant.parse("2026-10-01T14:00:00Z");
    private static final Instant KEPT = Instant.parse("2026-10-13T20:00:00Z");

    @Inject
    Bus bus;

    TestDatabase database;

    private final ReferralMother referral = ReferralMother.submitted(UUID.randomUUID(), SUBMITTED);
    private District district;

    @BeforeEach
    void found() {
        district = District.founded(bus, "America/Chicago", 10);
    }

    @Test
    void shouldKeepTheFactsOfASnapshot() {
        // When
        district.tell(1, referral.completed(KEPT));

        // Then
        await().untilAsserted(() -> assertThat(fact(referral.id()))
                .isEqualTo("1 COMPLETED en ROUTINE 6-8 EDUCATOR 2026-10-01 2026-10-13 SERVED_IMPROVED closed"));
    }

    @Test
    void shouldTakeTheLaterOfTwoSnapshots() {
        // When
        district.tell(1, referral.open());
        district.tell(2, referral.completed(KEPT));

        // Then
        await().untilAsserted(() -> assertThat(fact(referral.id())).startsWith("2 COMPLETED"));
    }

    @Test
    void shouldNotCareThatAnEventComesTwice() {
        // Given
        UUID event = Ids.next();
        String snapshot = EventJson.write(referral.open());

        // When
        bus.publish(event, EventType.REFERRAL_SUBMITTED, district.id(), referral.id(), 1, snapshot);
        bus.publish(event, EventType.REFERRAL_SUBMITTED, district.id(), referral.id(), 1, snapshot);
        district.tell(2, referral.completed(KEPT));

        // Then
        await().untilAsserted(() -> assertThat(fact(referral.id())).startsWith("2 COMPLETED"));
    }

    @Test
    void shouldIgnoreAnEventThatItHasPassed() throws SQLException {
        // Given
        ReferralMother after = ReferralMother.submitted(referral.schoolId(), SUBMITTED);
        district.tell(3, referral.completed(KEPT));

        // When
        district.tell(2, referral.open());
        bus.publish(EventType.REFERRAL_SUBMITTED, district.id(), referral.id(), 1, after.open());

        // Then
        await().untilAsserted(() -> assertThat(fact(after.id())).startsWith("1 SUBMITTED"));
        assertThat(fact(referral.id())).startsWith("3 COMPLETED");
    }

    @Test
    void shouldGoOnAfterAPoisonRecord() {
        // When
        bus.publish(Ids.next(), EventType.REFERRAL_SUBMITTED, district.id(), referral.id(), 1, "{\"referralId\": 7");
        district.tell(2, referral.open());

        // Then
        await().untilAsserted(() -> assertThat(fact(referral.id())).startsWith("2 SUBMITTED"));
    }

    @Test
    void shouldReadTheExamplesOfItsProducer() {
        // Given
        UUID golden = UUID.fromString("01980000-0000-7000-8000-000000000101");

        // When
        bus.publish(
                Ids.next(),
                EventType.REFERRAL_COMPLETED,
                district.id(),
                golden,
                1,
                EventSchemas.example(EventType.REFERRAL_COMPLETED));

        // Then
        await().untilAsserted(() -> assertThat(fact(golden))
                .isEqualTo("1 COMPLETED es ROUTINE 6-8 EDUCATOR 2026-10-01 2026-10-12 SERVED_IMPROVED closed"));
    }

    private String fact(UUID id) throws SQLException {
        String query = """
                select concat_ws(' ', sequence, state, home_language, urgency, grade_band, source,
                                 cast(submitted_at at time zone 'UTC' as date),
                                 cast(first_kept_at at time zone 'UTC' as date), outcome,
                                 case when closed_loop then 'closed' else 'open' end)
                from referral_fact where tenant_id = ? and referral_id = ?
                """;
        try (Connection connection = database.connectAsSuperuser();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, district.id());
            statement.setObject(2, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "unknown";
            }
        }
    }
}
