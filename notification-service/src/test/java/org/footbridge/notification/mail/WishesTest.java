package org.footbridge.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.notification.world.Mailbox;
import org.footbridge.notification.world.People;
import org.footbridge.notification.world.People.Someone;
import org.footbridge.notification.world.ReferralBus;
import org.footbridge.notification.world.ReferralMother;
import org.footbridge.notification.world.ReferralStub;
import org.footbridge.notification.world.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People are told as they have asked to be: when, in which language, on which channel, and all at once. */
@QuarkusTest
class WishesTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PREFERENCES = "/api/v1/notifications/preferences";

    DemoTokens demo;
    TestDatabase database;
    GreenMail mail;
    ReferralStub referrals;

    @Inject
    TestClock clock;

    private final ReferralBus bus = ReferralBus.open();
    private final ReferralMother referral = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.HARBOR_LIGHT);
    private People people;
    private Someone someone;
    private Mailbox mailbox;

    @BeforeEach
    void meet() {
        clock.reset();
        people = new People(demo, database, bus);
        someone = people.somebody(DemoTokens.PRAIRIE_VIEW, "coordinator");
        mailbox = new Mailbox(mail, someone.address());
        referrals.answer(referral.referralId, someone.answer("COORDINATOR", "en"));
    }

    @AfterEach
    void close() {
        clock.reset();
        bus.close();
    }

    @Test
    void shouldKeepTheQuietHoursAndTellAfterThem() {
        // Given
        chooses("{\"quietHours\": {\"from\": \"%s\", \"until\": \"%s\"}}".formatted(hours(-1), hours(1)));

        // When
        Event overdue = referral.before(EventType.REFERRAL_OVERDUE);
        bus.publish(overdue);

        // Then
        awaitReceipts(overdue, "IN_APP SENT");
        assertThat(mailbox.mails()).isEmpty();
        clock.advance(Duration.ofMinutes(61));
        mailbox.has(1);
        awaitReceipts(overdue, "EMAIL SENT", "IN_APP SENT");
        assertThat(referrals.questions(referral.referralId)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void shouldNotSleepInACrisis() {
        // Given
        chooses("""
                {"quietHours": {"from": "%s", "until": "%s"},
                 "topics": [{"topic": "ATTENTION", "channels": []}, {"topic": "PROGRESS", "channels": []}]}
                """.formatted(hours(-1), hours(1)));

        // When
        bus.publish(referral.before(EventType.REFERRAL_CRISIS_RAISED));

        // Then
        MimeMessage message = mailbox.has(1).getFirst();
        assertThat(Mailbox.header(message, "List-Unsubscribe")).isNull();
        assertThat(Mailbox.header(message, "List-Unsubscribe-Post")).isNull();
    }

    @Test
    void shouldLeaveOutTheChannelThatNobodyWants() {
        // Given
        chooses("{\"topics\": [{\"topic\": \"ATTENTION\", \"channels\": [\"IN_APP\"]}]}");

        // When
        Event overdue = referral.before(EventType.REFERRAL_OVERDUE);
        bus.publish(overdue);

        // Then
        awaitReceipts(overdue, "EMAIL SUPPRESSED NOT_WANTED", "IN_APP SENT");
        assertThat(mailbox.mails()).isEmpty();
    }

    @Test
    void shouldSpeakTheChosenLanguage() {
        chooses("{\"language\": \"es\"}");
        bus.publish(referral.before(EventType.REFERRAL_OVERDUE));
        assertThat(Mailbox.subject(mailbox.has(1).getFirst()))
                .isEqualTo("Una solicitud de apoyo estudiantil necesita su atención");
    }

    @Test
    void shouldTellRoutineMattersAtOnceToWhoWantsNoSummary() {
        chooses("{}");
        bus.publish(referral.accepted());
        assertThat(Mailbox.subject(mailbox.has(1).getFirst())).isEqualTo("News about a student support request");
    }

    @Test
    void shouldPutRoutineMattersIntoOneSummary() {
        // Given
        ReferralMother other = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.HARBOR_LIGHT);
        referrals.answer(other.referralId, someone.answer("COORDINATOR", "en"));
        chooses("{\"zone\": \"UTC\", \"digest\": {\"at\": \"%s\", \"days\": \"DAILY\"}}".formatted(hours(2)));
        Event accepted = referral.accepted();
        Event missed = referral.placed(EventType.REFERRAL_MISSED);
        Event declined = other.placed(EventType.REFERRAL_DECLINED);

        // When
        bus.publish(accepted);
        bus.publish(missed);
        bus.publish(declined);
        awaitReceipts(accepted, "EMAIL DIGEST", "IN_APP SENT");
        awaitReceipts(missed, "EMAIL DIGEST", "IN_APP SENT");
        awaitReceipts(declined, "EMAIL DIGEST", "IN_APP SENT");
        assertThat(mailbox.mails()).isEmpty();
        clock.advance(Duration.ofMinutes(121));

        // Then
        MimeMessage message = mailbox.has(1).getFirst();
        assertThat(Mailbox.subject(message)).isEqualTo("Your summary of student support requests");
        assertThat(Mailbox.parts(message))
                .allSatisfy(part -> assertThat(part).contains("Prairie View High School: 2 requests"));
        awaitNothingCollected();
    }

    @Test
    void shouldNotPutOffASummaryForWhatComesLater() {
        // Given
        chooses("{\"zone\": \"UTC\", \"digest\": {\"at\": \"%s\", \"days\": \"DAILY\"}}".formatted(hours(2)));
        Event accepted = referral.accepted();
        bus.publish(accepted);
        awaitReceipts(accepted, "EMAIL DIGEST", "IN_APP SENT");

        // When
        chooses("{\"zone\": \"UTC\", \"digest\": {\"at\": \"%s\", \"days\": \"DAILY\"}}".formatted(hours(5)));
        Event missed = referral.placed(EventType.REFERRAL_MISSED);
        bus.publish(missed);
        awaitReceipts(missed, "EMAIL DIGEST", "IN_APP SENT");
        clock.advance(Duration.ofMinutes(121));

        // Then
        assertThat(Mailbox.subject(mailbox.has(1).getFirst())).isEqualTo("Your summary of student support requests");
        awaitNothingCollected();
    }

    @Test
    void shouldLeaveOutOfTheSummaryWhatMayNotBeToldAnyMore() {
        // Given
        chooses("{\"digest\": {\"at\": \"%s\", \"days\": \"DAILY\"}}".formatted(hours(2)));
        Event accepted = referral.accepted();
        bus.publish(accepted);
        awaitReceipts(accepted, "EMAIL DIGEST", "IN_APP SENT");

        // When
        referrals.answer(
                referral.referralId,
                someone.answer("COORDINATOR", "en").replace("\"allowed\":true", "\"allowed\":false"));
        clock.advance(Duration.ofMinutes(121));

        // Then
        awaitNothingCollected();
        assertThat(mailbox.mails()).isEmpty();
    }

    @Test
    void shouldTellTheOthersAlthoughOneAddressIsNone() {
        // Given
        Someone broken = people.somebody(DemoTokens.PRAIRIE_VIEW, "coordinator");
        String first = broken.recipient("COORDINATOR", "en").replace(broken.address(), "nobody <@");
        referrals.answer(
                referral.referralId,
                someone.answer("COORDINATOR", "en").replace("\"recipients\":[", "\"recipients\":[" + first + ","));

        // When
        bus.publish(referral.before(EventType.REFERRAL_OVERDUE));

        // Then
        mailbox.has(1);
    }

    @Test
    void shouldPutIntoTheInboxOfWhoHasNoAddress() {
        // Given
        referrals.answer(
                referral.referralId,
                someone.answer("COORDINATOR", "en")
                        .replace("\"allowed\":true", "\"allowed\":false,\"reason\":\"no-address\""));

        // When
        Event overdue = referral.before(EventType.REFERRAL_OVERDUE);
        bus.publish(overdue);

        // Then
        awaitReceipts(overdue, "EMAIL SUPPRESSED NO_ADDRESS", "IN_APP SENT");
    }

    private void chooses(String preferences) {
        someone.asks()
                .header("If-Match", someone.asks().get(PREFERENCES).header("ETag"))
                .body(preferences)
                .put(PREFERENCES)
                .then()
                .statusCode(200);
    }

    /** The time of day so many hours from now, in whole minutes of UTC. */
    private String hours(int from) {
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .toLocalTime()
                .plusHours(from)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private void awaitReceipts(Event event, String... expected) {
        await("the receipts").atMost(SOON).untilAsserted(() -> assertThat(people.column("""
                        select concat_ws(' ', channel, outcome, reason) from mail_receipt
                        where channel <> 'SMS' and notice_id = (select id from mail_notice where event_id = ?) order by 1
                        """, event.id()))
                .containsExactly(expected));
    }

    private void awaitNothingCollected() {
        await("the summary to be over").atMost(SOON).untilAsserted(() -> assertThat(
                        people.column("select notice_id from digest_entry where person_id = ?", someone.id()))
                .isEmpty());
    }
}
