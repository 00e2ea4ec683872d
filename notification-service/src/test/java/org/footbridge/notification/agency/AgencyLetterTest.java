package org.footbridge.notification.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.ContactRequested;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.ServiceChanged;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.notification.world.Mailbox;
import org.footbridge.notification.world.ReferralBus;
import org.footbridge.notification.world.ReferralStub;
import org.footbridge.notification.world.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agency hears by mail what waits for it in the directory, and nothing of what it is. */
@QuarkusTest
class AgencyLetterTest {
    GreenMail server;
    ReferralStub directory;
    TestDatabase database;

    @Inject
    TestClock clock;

    private final ReferralBus bus = ReferralBus.open();
    private final UUID agency = UUID.randomUUID();
    private final UUID service = UUID.randomUUID();
    private final String address = "intake-" + service + "@agency.example";

    @BeforeEach
    void reset() {
        clock.reset();
    }

    @AfterEach
    void close() {
        bus.close();
        clock.reset();
    }

    @Test
    void shouldWriteThatAFamilyAsksForContactOnceAndWithoutAWord() {
        // Given
        answer(true);
        Event asked = asked();

        // When
        bus.publish(asked);
        bus.publish(asked);

        // Then
        MimeMessage mail = mailbox().has(1).getFirst();
        assertThat(Mailbox.subject(mail)).isEqualTo("Somebody asks you to get in touch");
        List<String> parts = Mailbox.parts(mail);
        assertThat(parts).hasSize(2);
        assertThat(parts).allSatisfy(part -> assertThat(part)
                .contains("requests for contact")
                .doesNotContain(asked.subject().toString(), service.toString()));
        await().untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void shouldWriteNothingWhereSomebodyHasAnswered() {
        // Given
        answer(false);

        // When
        bus.publish(asked());
        UUID other = UUID.randomUUID();
        directory.agency(other, "{\"address\":\"" + address + "\",\"waits\":true}");
        bus.publish(due(other));

        // Then
        assertThat(Mailbox.subject(mailbox().has(1).getFirst()))
                .isEqualTo("Directory entries wait for your confirmation");
        await().untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void shouldWriteOnceADayHoweverManyEntriesWait() {
        // Given
        answer(true);
        UUID second = UUID.randomUUID();
        directory.agency(second, "{\"address\":\"" + address + "\",\"waits\":true}");

        // When
        bus.publish(due(service));
        mailbox().has(1);
        await().untilAsserted(() -> assertThat(waiting()).isZero());
        bus.publish(due(second));
        bus.publish(asked());

        // Then
        assertThat(mailbox().has(2))
                .extracting(Mailbox::subject)
                .containsExactly("Directory entries wait for your confirmation", "Somebody asks you to get in touch");
    }

    @Test
    void shouldTryAgainWhereTheDirectoryDoesNotAnswer() {
        // Given: nobody can say where the agency reads its mail
        bus.publish(asked());
        await().untilAsserted(() -> assertThat(count("select sum(attempts) from agency_letter where agency_id = '%s'"))
                .isEqualTo(1));

        // When
        answer(true);
        clock.advance(Duration.ofMinutes(2));

        // Then
        mailbox().has(1);
    }

    private void answer(boolean waits) {
        directory.agency(service, "{\"address\":\"" + address + "\",\"waits\":" + waits + "}");
    }

    private Event asked() {
        UUID request = UUID.randomUUID();
        return Event.of(
                EventType.CONTACT_REQUESTED,
                request,
                clock.instant(),
                null,
                agency,
                new ContactRequested(request, service));
    }

    private Event due(UUID entry) {
        ServiceChanged facts =
                new ServiceChanged(entry, agency, "Play therapy", true, null, null, List.of(), List.of(), null);
        return Event.of(EventType.VERIFICATION_DUE, entry, clock.instant(), null, agency, facts);
    }

    private Mailbox mailbox() {
        return new Mailbox(server, address);
    }

    private long waiting() throws SQLException {
        return count("select count(*) from work_queue where kind = 'agency-mail' and agency_id = '%s'");
    }

    private long count(String statement) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(statement.formatted(agency))) {
            row.next();
            return row.getLong(1);
        }
    }
}
