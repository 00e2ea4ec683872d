package org.footbridge.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.footbridge.common.events.ConcernLeft;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventPayload;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.Ids;
import org.footbridge.common.events.RecordsRequested;
import org.footbridge.common.events.RecordsRequested.Kind;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.notification.world.ReferralBus;
import org.footbridge.notification.world.ReferralStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits at a school and is no referral is told to the coordinators by mail and to no agency's endpoint, once, whatever the order of what else comes. */
@QuarkusTest
class ConcernMailTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    TestDatabase database;
    GreenMail mail;
    ReferralStub referrals;

    private final ReferralBus bus = ReferralBus.open();
    private final UUID concern = UUID.randomUUID();
    private final String address = "c-" + UUID.randomUUID() + "@example.org";

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void shouldTellACoordinatorOnceInNeutralWords() throws Exception {
        // Given
        referrals.answer(concern, """
                {"recipients": [{"personId": "%s", "role": "COORDINATOR", "address": "%s", "language": "en", "allowed": true}],
                 "schoolContact": {"school": "Prairie View High School", "phone": "+1 316 555 0142"}}
                """.formatted(Ids.next(), address));
        Event left = left();

        // When
        bus.publish(left);
        bus.publish(left);

        // Then
        await().atMost(SOON).until(() -> mine().size() == 1);
        await().atMost(SOON)
                .until(() ->
                        count("select count(*) from mail_notice where event_id = ? and state = 'DONE'", left) == 1);
        String message = whole(mine().getFirst());
        assertThat(message).contains("Prairie View High School").doesNotContainIgnoringCase("concern", "student:");
        assertThat(count("select count(*) from webhook_delivery where event_id = ?", left))
                .isZero();
    }

    @Test
    void shouldTellACoordinatorThatAFamilyAsksAboutRecords() throws Exception {
        // Given
        referrals.answer(concern, """
                {"recipients": [{"personId": "%s", "role": "COORDINATOR", "address": "%s", "language": "es", "allowed": true}],
                 "schoolContact": {"school": "Prairie View High School", "phone": "+1 316 555 0142"}}
                """.formatted(Ids.next(), address));
        Instant at = Instant.parse("2026-11-02T15:04:05Z");

        // When
        bus.publish(event(EventType.RECORDS_REQUESTED, at, new RecordsRequested(concern, Kind.ACCESS, at)));

        // Then
        await().atMost(SOON).until(() -> mine().size() == 1);
        MimeMessage message = mine().getFirst();
        assertThat(message.getSubject()).isEqualTo("Una solicitud sobre registros espera a la escuela");
        assertThat(whole(message)).contains("Prairie View High School").doesNotContain(concern.toString(), "ACCESS");
    }

    private Event left() {
        Instant minute = Instant.parse("2026-11-02T15:04:00Z");
        return event(EventType.CONCERN_LEFT, minute, new ConcernLeft(concern, UUID.randomUUID(), minute));
    }

    private Event event(EventType type, Instant at, EventPayload data) {
        Event event = Event.of(type, concern, at, DemoTokens.PRAIRIE_VIEW, null, data);
        return new Event(
                event.id(),
                event.type(),
                event.subject(),
                event.time(),
                event.tenantId(),
                event.agencyId(),
                1,
                event.requestId(),
                event.data());
    }

    private List<MimeMessage> mine() {
        return Stream.of(mail.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().equals(address);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private static String whole(MimeMessage message) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private long count(String sql, Event event) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                PreparedStatement statement = superuser.prepareStatement(sql)) {
            statement.setObject(1, event.id());
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }
}
