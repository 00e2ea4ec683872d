package org.footbridge.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
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
import org.footbridge.notification.world.SmsServer;
import org.footbridge.notification.world.SmsServer.Text;
import org.footbridge.notification.world.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Text messages, to a real HTTP server that stands for the provider. */
@QuarkusTest
class SmsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String WISH = "{\"topics\": [{\"topic\": \"ATTENTION\", \"channels\": [\"SMS\"]}]%s}";

    DemoTokens demo;
    TestDatabase database;
    GreenMail mail;
    ReferralStub referrals;
    SmsServer provider;

    @Inject
    TestClock clock;

    private final ReferralBus bus = ReferralBus.open();
    private final ReferralMother referral = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.HARBOR_LIGHT);
    private final String digits = "%07d".formatted(ThreadLocalRandom.current().nextInt(2_000_000, 9_999_999));
    private final String number = "+1316" + digits;
    private People people;
    private Someone someone;

    @BeforeEach
    void meet() {
        clock.reset();
        people = new People(demo, database, bus);
        someone = people.somebody(DemoTokens.PRAIRIE_VIEW, "coordinator");
        hasNumber("(316) " + digits.substring(0, 3) + "-" + digits.substring(3));
    }

    @AfterEach
    void close() {
        clock.reset();
        bus.close();
    }

    @Test
    void shouldTextWhoHasAskedForTexts() {
        // Given
        chooses(WISH.formatted(""));

        // When
        Event overdue = referral.before(EventType.REFERRAL_OVERDUE);
        bus.publish(overdue);

        // Then
        Text text = texts(1).getFirst();
        assertThat(text.path()).isEqualTo("/2010-04-01/Accounts/AC-test/Messages.json");
        assertThat(text.authorization())
                .isEqualTo("Basic "
                        + Base64.getEncoder().encodeToString("AC-test:sms-secret".getBytes(StandardCharsets.UTF_8)));
        assertThat(text.form()).containsEntry("From", "+13165550100");
        assertThat(text.body())
                .isEqualTo("Footbridge: a student support request needs your attention. Please sign in.");
        awaitReceipts(overdue, "EMAIL SUPPRESSED NOT_WANTED", "IN_APP SUPPRESSED NOT_WANTED", "SMS SENT");
        assertThat(new Mailbox(mail, someone.address()).mails()).isEmpty();
    }

    @Test
    void shouldTextNobodyWhoHasNotAsked() {
        Event overdue = referral.before(EventType.REFERRAL_OVERDUE);
        bus.publish(overdue);
        awaitReceipts(overdue, "EMAIL SENT", "IN_APP SENT", "SMS SUPPRESSED NOT_WANTED");
        assertThat(provider.to(number)).isEmpty();
    }

    @Test
    void shouldTextInACrisisWhateverWasChosenAndWhenever() {
        // Given
        chooses("{\"language\": \"es\", \"quietHours\": {\"from\": \"%s\", \"until\": \"%s\"}}"
                .formatted(hours(-1), hours(1)));

        // When
        bus.publish(referral.before(EventType.REFERRAL_CRISIS_RAISED));

        // Then
        assertThat(texts(1).getFirst().body()).startsWith("Footbridge: inicie sesión ahora.");
    }

    @Test
    void shouldKeepTheQuietHours() {
        // Given
        chooses(WISH.formatted(
                ", \"quietHours\": {\"from\": \"%s\", \"until\": \"%s\"}".formatted(hours(-1), hours(1))));
        Event overdue = referral.before(EventType.REFERRAL_OVERDUE);

        // When
        bus.publish(overdue);
        awaitReceipts(overdue, "EMAIL SUPPRESSED NOT_WANTED", "IN_APP SUPPRESSED NOT_WANTED");
        assertThat(provider.to(number)).isEmpty();
        clock.advance(Duration.ofMinutes(61));

        // Then
        texts(1);
    }

    @Test
    void shouldTryAgainWhenTheProviderIsBusyAndMailMeanwhile() {
        // Given
        provider.answer(number, 429);
        Event crisis = referral.before(EventType.REFERRAL_CRISIS_RAISED);

        // When
        bus.publish(crisis);
        new Mailbox(mail, someone.address()).has(1);
        texts(1);
        awaitReceipts(crisis, "EMAIL SENT", "IN_APP SENT");
        provider.answer(number, 201);
        clock.advance(Duration.ofMinutes(1));

        // Then
        awaitReceipts(crisis, "EMAIL SENT", "IN_APP SENT", "SMS SENT");
        new Mailbox(mail, someone.address()).has(1);
    }

    @Test
    void shouldNotTryAgainWhatTheProviderWillNeverTake() {
        provider.answer(number, 400);
        Event crisis = referral.before(EventType.REFERRAL_CRISIS_RAISED);
        bus.publish(crisis);
        awaitReceipts(crisis, "EMAIL SENT", "IN_APP SENT", "SMS SUPPRESSED REFUSED");
        assertThat(provider.to(number)).hasSize(1);
    }

    @Test
    void shouldSayWhereThereIsNoNumber() {
        hasNumber("call the office");
        Event crisis = referral.before(EventType.REFERRAL_CRISIS_RAISED);
        bus.publish(crisis);
        awaitReceipts(crisis, "EMAIL SENT", "IN_APP SENT", "SMS SUPPRESSED NO_NUMBER");
    }

    private void hasNumber(String written) {
        referrals.answer(
                referral.referralId,
                someone.answer("COORDINATOR", "en")
                        .replace("\"allowed\":true", "\"allowed\":true,\"phone\":\"" + written + "\""));
    }

    private void chooses(String preferences) {
        someone.asks()
                .header("If-Match", "\"0\"")
                .body(preferences)
                .put("/api/v1/notifications/preferences")
                .then()
                .statusCode(200);
    }

    private String hours(int from) {
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .toLocalTime()
                .plusHours(from)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private List<Text> texts(int count) {
        await(count + " texts").atMost(SOON).untilAsserted(() -> assertThat(provider.to(number))
                .hasSize(count));
        return provider.to(number);
    }

    private void awaitReceipts(Event event, String... expected) {
        await("the receipts").atMost(SOON).untilAsserted(() -> assertThat(people.column("""
                        select concat_ws(' ', channel, outcome, reason) from mail_receipt
                        where notice_id = (select id from mail_notice where event_id = ?) order by 1
                        """, event.id()))
                .containsExactly(expected));
    }
}
