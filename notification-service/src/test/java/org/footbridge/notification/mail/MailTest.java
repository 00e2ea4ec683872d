package org.footbridge.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.notification.world.ReferralBus;
import org.footbridge.notification.world.ReferralMother;
import org.footbridge.notification.world.ReferralStub;
import org.footbridge.notification.world.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MailTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    TestDatabase database;
    GreenMail mail;
    ReferralStub referrals;

    @Inject
    TestClock clock;

    private final ReferralBus bus = ReferralBus.open();
    private final ReferralMother referral = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.HARBOR_LIGHT);
    private final String address = "g-" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void reset() {
        clock.reset();
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void shouldTellTheGuardianOnceWhomToCall() throws Exception {
        // Given
        referrals.answer(referral.referralId, answer("en", true, null));
        Event sent = referral.sent();

        // When
        bus.publish(sent);
        bus.publish(sent);
        awaitState(sent, "DONE");
        Event revoked = referral.accessRevoked();
        bus.publish(revoked);
        awaitSeen(revoked);

        // Then
        MimeMessage message = mails(1).getFirst();
        assertThat(message.getSubject()).isEqualTo("News about a student support request");
        assertThat(parts(message)).hasSize(2).allSatisfy(part -> assertThat(part)
                .contains("Prairie View High School", "Dana Whitfield", "+1 316 555 0142"));
        assertThat(message.getHeader("Message-ID")[0]).endsWith("@footbridge.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(referrals.questions(referral.referralId)).hasSize(1).first().satisfies(question -> assertThat(
                        question.toString())
                .isEqualTo(
                        "{\"eventId\":\"%s\",\"type\":\"org.footbridge.referral.sent.v1\",\"referralId\":\"%s\",\"placementId\":\"%s\"}"
                                .formatted(sent.id(), referral.referralId, referral.placementId)));
        assertThat(receipts(sent)).containsExactly("SENT null");
    }

    @Test
    void shouldSpeakTheGuardiansLanguage() throws Exception {
        // Given
        referrals.answer(referral.referralId, answer("es-MX", true, null));

        // When
        bus.publish(referral.sent());

        // Then
        MimeMessage message = mails(1).getFirst();
        assertThat(message.getSubject()).isEqualTo("Novedades sobre una solicitud de apoyo estudiantil");
        assertThat(parts(message)).allSatisfy(part -> assertThat(part).contains("llame a"));
    }

    @Test
    void shouldNameTheSchoolOfficeWhereNobodyIsNamed() throws Exception {
        // Given
        referrals.answer(referral.referralId, answer("tlh", true, null).replaceAll("\"name\":\"[^\"]*\",", ""));

        // When
        bus.publish(referral.sent());

        // Then
        assertThat(parts(mails(1).getFirst()))
                .allSatisfy(part -> assertThat(part).contains("the school office"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GUARDIAN", "STUDENT"})
    void shouldCarryTheLinkToWhoIsAskedForASignature(String role) throws Exception {
        // Given
        referrals.answer(
                referral.referralId, answer(role, "en", "\"link\":\"https://door.example/consent/abc?d=1&e=2\""));

        // When
        bus.publish(referral.before(EventType.CONSENT_REQUESTED));

        // Then
        MimeMessage message = mails(1).getFirst();
        assertThat(message.getSubject()).isEqualTo("A student support request needs your answer");
        assertThat(parts(message).getFirst()).contains("https://door.example/consent/abc?d=1&e=2");
        assertThat(parts(message).getLast()).contains("href=\"https://door.example/consent/abc?d=1&amp;e=2\"");
    }

    @Test
    void shouldCarryTheOneTimeCode() throws Exception {
        // Given
        referrals.answer(referral.referralId, answer("GUARDIAN", "es", "\"code\":\"042137\""));

        // When
        bus.publish(referral.before(EventType.CONSENT_CODE_REQUESTED));

        // Then
        MimeMessage message = mails(1).getFirst();
        assertThat(message.getSubject()).isEqualTo("Su código de un solo uso");
        assertThat(parts(message)).allSatisfy(part -> assertThat(part).contains("042137"));
    }

    @Test
    void shouldAskTheCoordinatorToSignIn() throws Exception {
        // Given
        referrals.answer(referral.referralId, answer("COORDINATOR", "en", "\"link\":null"));

        // When
        bus.publish(referral.before(EventType.REFERRAL_BREAK_GLASS_OPENED));

        // Then
        MimeMessage message = mails(1).getFirst();
        assertThat(message.getSubject()).isEqualTo("A student support request needs your attention");
        assertThat(parts(message)).allSatisfy(part -> assertThat(part).contains("Please sign in to see it."));
    }

    @Test
    void shouldNotSendALetterThatLacksWhatItIsFor() throws Exception {
        // Given
        referrals.answer(referral.referralId, answer("GUARDIAN", "en", "\"link\":null"));
        Event requested = referral.before(EventType.CONSENT_REQUESTED);

        // When
        bus.publish(requested);

        // Then
        awaitState(requested, "DONE");
        assertThat(receipts(requested)).containsExactly("SUPPRESSED INCOMPLETE");
        assertThat(mails(0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COORDINATOR", "ON_CALL", "NEIGHBOUR"})
    void shouldNotTellTheFamilysNewsToAnybodyElse(String role) throws Exception {
        // Given
        referrals.answer(referral.referralId, answer(role, "en", "\"link\":null"));
        Event sent = referral.sent();

        // When
        bus.publish(sent);

        // Then
        awaitState(sent, "DONE");
        assertThat(receipts(sent)).containsExactly("SUPPRESSED NO_LETTER");
        assertThat(mails(0)).isEmpty();
    }

    @Test
    void shouldKeepWhyNobodyWasToldWhateverItsSpelling() throws Exception {
        // Given
        referrals.answer(referral.referralId, answer("en", false, "no-contact"));
        Event sent = referral.sent();

        // When
        bus.publish(sent);

        // Then
        awaitState(sent, "DONE");
        assertThat(receipts(sent)).containsExactly("SUPPRESSED no-contact");
    }

    @Test
    void shouldNotTellWhoMayNotBeTold() throws Exception {
        // Given
        referrals.answer(referral.referralId, answer("en", false, "CONTACT_RESTRICTED"));
        Event sent = referral.sent();

        // When
        bus.publish(sent);

        // Then
        awaitState(sent, "DONE");
        assertThat(receipts(sent)).containsExactly("SUPPRESSED CONTACT_RESTRICTED");
        assertThat(mails(0)).isEmpty();
    }

    @Test
    void shouldAskAgainLaterWhenNobodyAnswers() throws Exception {
        // Given
        Event sent = referral.sent();
        bus.publish(sent);
        await("a first question").atMost(SOON).untilAsserted(() -> assertThat(attempts(sent))
                .isEqualTo(1));
        assertThat(mails(0)).isEmpty();

        // When
        referrals.answer(referral.referralId, answer("en", true, null));
        clock.advance(Duration.ofSeconds(5));

        // Then
        assertThat(mails(1)).hasSize(1);
        awaitState(sent, "DONE");
    }

    @Test
    void shouldTryAgainLaterWhenTheMailServerIsDown() throws Exception {
        // Given
        referrals.answer(referral.referralId, answer("en", true, null));
        Event sent = referral.sent();
        mail.stop();
        bus.publish(sent);
        await("a failed attempt").atMost(SOON).untilAsserted(() -> assertThat(attempts(sent))
                .isEqualTo(1));

        // When
        mail.start();
        clock.advance(Duration.ofSeconds(5));

        // Then
        assertThat(mails(1)).hasSize(1);
        awaitState(sent, "DONE");
    }

    @Test
    void shouldGiveUpOnNewsThatHasBecomeOld() throws Exception {
        // Given
        Event sent = referral.sent();
        bus.publish(sent);
        await("a first question").atMost(SOON).untilAsserted(() -> assertThat(attempts(sent))
                .isEqualTo(1));

        // When
        clock.advance(Duration.ofHours(73));

        // Then
        awaitState(sent, "EXPIRED");
    }

    private String answer(String language, boolean allowed, String reason) {
        return """
                {"recipients":[{"personId":"%s","role":"GUARDIAN","address":"%s","language":"%s","allowed":%s,"reason":%s}],
                 "schoolContact":{"name":"Dana Whitfield","school":"Prairie View High School","phone":"+1 316 555 0142"}}
                """.formatted(
                        UUID.randomUUID(), address, language, allowed, reason == null ? "null" : "\"" + reason + "\"");
    }

    private String answer(String role, String language, String more) {
        return answer(language, true, null).replace("\"role\":\"GUARDIAN\"", "\"role\":\"" + role + "\"," + more);
    }

    private List<MimeMessage> mails(int count) {
        await(count + " mails").atMost(SOON).untilAsserted(() -> assertThat(mailsOfThisTest())
                .hasSize(count));
        return mailsOfThisTest();
    }

    private List<MimeMessage> mailsOfThisTest() {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> recipient(message).equals(address))
                .toList();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> parts(MimeMessage message) throws Exception {
        MimeMultipart multipart = (MimeMultipart) message.getContent();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < multipart.getCount(); i++) {
            BodyPart part = multipart.getBodyPart(i);
            parts.add(part.getContent().toString());
        }
        return parts;
    }

    private void awaitState(Event event, String state) {
        await("the notice to be " + state).atMost(SOON).untilAsserted(() -> assertThat(
                        column("select state from mail_notice where event_id = ?", event.id()))
                .containsExactly(state));
    }

    private void awaitSeen(Event event) {
        await("the event to be seen").atMost(SOON).untilAsserted(() -> assertThat(
                        column("select consumer from inbox where event_id = ?", event.id()))
                .hasSize(1));
    }

    private int attempts(Event event) throws SQLException {
        List<String> found = column("select attempts::text from mail_notice where event_id = ?", event.id());
        return found.isEmpty() ? 0 : Integer.parseInt(found.getFirst());
    }

    private List<String> receipts(Event event) throws SQLException {
        return column("""
                select outcome || ' ' || coalesce(reason, 'null') from mail_receipt
                where channel = 'EMAIL' and notice_id = (select id from mail_notice where event_id = ?)
                """, event.id());
    }

    private List<String> column(String query, UUID parameter) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                PreparedStatement select = superuser.prepareStatement(query)) {
            select.setObject(1, parameter);
            List<String> values = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    values.add(found.getString(1));
                }
            }
            return values;
        }
    }
}
