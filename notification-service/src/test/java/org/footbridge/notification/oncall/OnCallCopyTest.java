package org.footbridge.notification.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventPayload;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.Ids;
import org.footbridge.common.events.OnCallChanged;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.events.Topic;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.notification.world.ReferralBus;
import org.footbridge.notification.world.ReferralStub;
import org.footbridge.notification.world.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crisis is told although referral-service does not answer. */
@QuarkusTest
class OnCallCopyTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    TestDatabase database;
    GreenMail mail;
    ReferralStub referrals;

    @Inject
    TestClock clock;

    private final ReferralBus bus = ReferralBus.open();
    private final UUID school = Ids.next();
    private final UUID referral = Ids.next();
    private final String first = "first-" + UUID.randomUUID() + "@example.edu";
    private final String second = "second-" + UUID.randomUUID() + "@example.edu";
    private long sequence;

    @BeforeEach
    void reset() {
        clock.reset();
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void shouldKeepWhomASchoolCalls() {
        referrals.onCall(school, answer());

        bus.publish(changed(1));

        await().atMost(SOON).until(() -> text("levels is not null").equals("true"));
        assertThat(text("tenant_id")).isEqualTo(DemoTokens.PRAIRIE_VIEW.toString());
        assertThat(text("levels")).contains(first, second);
    }

    @Test
    void shouldTakeAnEventThatComesTwiceOnce() {
        // Given
        referrals.onCall(school, answer());
        Event changed = changed(1);

        // When
        bus.publish(changed);
        bus.publish(changed);
        Event after = changed(2);
        bus.publish(after);

        // Then
        await().atMost(SOON).until(() -> text("sequence").equals("2"));
        await().atMost(SOON).until(() -> text("levels is not null").equals("true"));
        assertThat(count("inbox", "event_id = '" + changed.id() + "' and consumer = 'roster'"))
                .isEqualTo(1);
        assertThat(count("on_call_copy", "school_id = '" + school + "'")).isEqualTo(1);
    }

    @Test
    void shouldPassOverAChangeThatComesTooLate() {
        // Given
        referrals.onCall(school, answer());
        bus.publish(changed(5));
        await().atMost(SOON).until(() -> text("levels is not null").equals("true"));
        long asked = referrals.onCallQuestions(school);

        // When
        Event late = changed(4);
        bus.publish(late);

        // Then
        await().atMost(SOON).until(() -> count("inbox", "event_id = '" + late.id() + "'") == 1);
        assertThat(text("sequence")).isEqualTo("5");
        assertThat(referrals.onCallQuestions(school)).isEqualTo(asked);
    }

    @Test
    void shouldGoOnAfterPoison() {
        referrals.onCall(school, answer());

        bus.publishPoison(Topic.ROSTER, school.toString());
        bus.publish(changed(1));

        await().atMost(SOON).until(() -> text("levels is not null").equals("true"));
    }

    @Test
    void shouldTellACrisisOutOfTheCopyWhileReferralServiceIsDown() throws Exception {
        // Given
        copied();

        // When
        bus.publish(crisis(EventType.REFERRAL_CRISIS_RAISED, 0));
        MimeMessage raised = mailTo(first);
        bus.publish(crisis(EventType.REFERRAL_CRISIS_ESCALATED, 7));

        // Then
        assertThat(raised.getSubject()).contains("waits for an answer");
        assertThat(mailTo(second).getSubject()).contains("waits for an answer");
        assertThat(mailsTo(first)).isEqualTo(1);
        await().atMost(SOON)
                .until(() -> count("mail_notice", "referral_id = '" + referral + "' and state = 'DONE'") == 2);
    }

    @Test
    void shouldAskReferralServiceWhereItAnswers() {
        // Given
        copied();
        referrals.answer(referral, "{\"recipients\":[]}");

        // When
        bus.publish(crisis(EventType.REFERRAL_CRISIS_RAISED, 0));

        // Then
        await().atMost(SOON)
                .until(() -> count("mail_notice", "referral_id = '" + referral + "' and state = 'DONE'") == 1);
        assertThat(mailsTo(first)).isZero();
    }

    @Test
    void shouldTellNobodyOutOfTheCopyOnceSomebodyHasTheCrisis() {
        // Given
        bus.publish(crisis(EventType.REFERRAL_CRISIS_RAISED, 0));
        Event acknowledged = crisis(EventType.REFERRAL_CRISIS_ACKNOWLEDGED, 0);
        bus.publish(acknowledged);
        await().atMost(SOON).until(() -> count("inbox", "event_id = '" + acknowledged.id() + "'") == 1);
        copied();

        // When
        clock.advance(Duration.ofMinutes(10));
        await().atMost(SOON).until(() -> attempts() >= 2);

        // Then
        assertThat(mailsTo(first)).isZero();
    }

    /** The watch (ADR 042) goes from level to level where nobody else does; the last one's turn comes again and again. */
    @Test
    void shouldGoThroughTheWholeChainWhileReferralServiceIsDown() throws Exception {
        // Given
        copied();
        bus.publish(crisis(EventType.REFERRAL_CRISIS_RAISED, 0));
        mailTo(first);

        // When
        clock.advance(Duration.ofMinutes(7));
        mailTo(second);
        clock.advance(Duration.ofMinutes(6));

        // Then
        await().atMost(SOON).until(() -> mailsTo(second) == 2);
        assertThat(mailsTo(first)).isEqualTo(1);
    }

    @Test
    void shouldTellNothingElseOutOfTheCopy() {
        // Given
        copied();

        // When
        bus.publish(referral(EventType.REFERRAL_OVERDUE, null));

        // Then
        await().atMost(SOON).until(() -> attempts() >= 1);
        assertThat(mailsTo(first)).isZero();
        assertThat(count("mail_notice", "referral_id = '" + referral + "' and state = 'PENDING'"))
                .isEqualTo(1);
    }

    @Test
    void shouldLearnOfASchoolThatHasNeverSetAChain() {
        referrals.onCall(school, answer());

        bus.publish(referral(EventType.REFERRAL_SUBMITTED, null));

        await().atMost(SOON).until(() -> text("levels is not null").equals("true"));
    }

    @Test
    void shouldAskAgainAfterAWhileAndForgetASchoolThatIsGone() {
        // Given
        copied();
        referrals.onCall(school, answer().replace(first, "new-" + first));

        // When
        clock.advance(Duration.ofMinutes(61));
        await().atMost(SOON).until(() -> text("levels").contains("new-" + first));
        referrals.onCall(school, "");
        clock.advance(Duration.ofMinutes(61));

        // Then
        await().atMost(SOON).until(() -> count("on_call_copy", "school_id = '" + school + "'") == 0);
        assertThat(count("work_queue", "id = '" + school + "'")).isZero();
    }

    @Test
    void shouldKeepTheCopyWhileItCannotBeMadeAnew() {
        // Given
        bus.publish(changed(1));
        await().atMost(SOON).until(() -> referrals.onCallQuestions(school) >= 1);
        assertThat(text("levels is not null")).isEqualTo("false");

        // When
        referrals.onCall(school, answer());
        clock.advance(Duration.ofMinutes(1));

        // Then
        await().atMost(SOON).until(() -> text("levels is not null").equals("true"));
    }

    private void copied() {
        referrals.onCall(school, answer());
        bus.publish(changed(++sequence));
        await().atMost(SOON).until(() -> text("levels is not null").equals("true"));
    }

    private String answer() {
        return """
                {"levels":[{"contacts":[%s]},{"contacts":[%s]}],"school":"Prairie View High School","phone":"+1 316 555 0142"}""".formatted(contact("ON_CALL", first), contact("COORDINATOR", second));
    }

    private static String contact(String role, String address) {
        return "{\"personId\":\"%s\",\"role\":\"%s\",\"address\":\"%s\",\"language\":\"en\"}"
                .formatted(UUID.randomUUID(), role, address);
    }

    private Event changed(long number) {
        return event(EventType.ON_CALL_CHANGED, school, number, new OnCallChanged(school, List.of(Ids.next())));
    }

    private Event crisis(EventType type, int level) {
        return referral(type, new ReferralSnapshot.Crisis(level, Instant.parse("2026-11-02T15:00:00Z"), null, null));
    }

    private Event referral(EventType type, ReferralSnapshot.Crisis crisis) {
        ReferralSnapshot snapshot = new ReferralSnapshot(
                referral,
                "FB-7KQ2M9XA",
                school,
                "Prairie View High School",
                "SUBMITTED",
                new ReferralSnapshot.Cohort("9-12", "es", "CRISIS", "STAFF"),
                null,
                null,
                Instant.parse("2026-11-02T15:00:00Z"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                crisis);
        return event(type, referral, ++sequence, snapshot);
    }

    private static Event event(EventType type, UUID subject, long number, EventPayload data) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Event(Ids.next(), type, subject, now, DemoTokens.PRAIRIE_VIEW, null, number, "req-" + subject, data);
    }

    private MimeMessage mailTo(String address) {
        await().atMost(SOON).until(() -> mailsTo(address) == 1);
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .findFirst()
                .orElseThrow();
    }

    private long mailsTo(String address) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .count();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private long attempts() {
        return Long.parseLong(
                value("select coalesce(sum(attempts), 0) from mail_notice where referral_id = ?", referral));
    }

    /** Of the school's copy, empty where there is none. */
    private String text(String column) {
        return value("select " + column + " from on_call_copy where school_id = ?", school);
    }

    private long count(String table, String where) {
        return Long.parseLong(value("select count(*) from " + table + " where " + where, null));
    }

    private String value(String sql, UUID parameter) {
        try (Connection connection = database.connectAsSuperuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (parameter != null) {
                statement.setObject(1, parameter);
            }
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return "";
                }
                Object value = result.getObject(1);
                return value == null ? "" : value.toString();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
