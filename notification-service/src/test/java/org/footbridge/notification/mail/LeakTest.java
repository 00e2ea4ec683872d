package org.footbridge.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.footbridge.common.events.EventType;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.notification.world.Endpoints;
import org.footbridge.notification.world.ReferralBus;
import org.footbridge.notification.world.ReferralMother;
import org.footbridge.notification.world.ReferralStub;
import org.footbridge.notification.world.TestClock;
import org.footbridge.notification.world.WebhookReceiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Canaries stand for a student, a guardian and a concern (decision 41): they must be found nowhere but in their cage. */
@QuarkusTest
class LeakTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> CANARIES =
            List.of("Zyxwolina", "Quorvexxa", "Brimblethorn", "Counseling", "Harbor Light", "FB-7KQ2M9XA");

    private static final String SECRET = "s3cretLinkAndC0de";

    TestDatabase database;
    DemoTokens demo;
    GreenMail mail;
    ReferralStub referrals;

    @Inject
    TestClock clock;

    private final ReferralBus bus = ReferralBus.open();
    private final WebhookReceiver receiver = WebhookReceiver.start();
    private final ReferralMother referral = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.HARBOR_LIGHT);
    private final String address = "quorvexxa-" + UUID.randomUUID() + "@example.org";
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final Handler capture = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            // the mail server of the tests is no part of the suite, and names its mailboxes
            if (!String.valueOf(entry.getLoggerName()).startsWith("com.icegreen")) {
                log.add(formatter.format(entry));
            }
        }

        @Override
        public void flush() {
            // nothing is buffered
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        clock.reset();
        Endpoints.of(demo.agencyStaff()).removeAll();
        Logger.getLogger("").addHandler(capture);
    }

    @AfterEach
    void close() {
        Logger.getLogger("").removeHandler(capture);
        Endpoints.of(demo.agencyStaff()).removeAll();
        receiver.close();
        bus.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void shouldTellNothingOfStudentGuardianOrConcern(String language) throws Exception {
        // Given
        Endpoints.of(demo.agencyStaff()).register(receiver.url(), "*");
        referrals.answer(referral.referralId, answer(language));

        // When
        bus.publish(referral.sent());

        // Then
        await("the mail").atMost(SOON).untilAsserted(() -> assertThat(mailsOfThisTest())
                .hasSize(1));
        await("the webhook").atMost(SOON).untilAsserted(() -> assertThat(receiver.received())
                .hasSize(1));
        // the address may stand where the post office needs it, and nowhere else
        String source =
                GreenMailUtil.getWholeMessage(mailsOfThisTest().getFirst()).replace(address, "");
        assertFree("the mail", source + decoded(mailsOfThisTest().getFirst()));
        assertFree(
                "the webhook",
                receiver.received().getFirst().headers()
                        + receiver.received().getFirst().text());
        assertFree("the log", String.join("\n", log));
        assertFree("the database", dump());
    }

    /** Every letter in every language: its words, and what a one-time link or code leaves behind. */
    @ParameterizedTest
    @MethodSource("letters")
    void shouldLeaveNoTraceOfALinkOrCode(EventType type, String role, String language) throws Exception {
        // Given
        String answer = answer(language).replace("GUARDIAN", role);
        referrals.answer(
                referral.referralId,
                answer.replace(
                        "\"allowed\":true",
                        "\"allowed\":true,\"link\":\"https://x.example/%1$s\",\"code\":\"%1$s\"".formatted(SECRET)));

        // When
        bus.publish(referral.before(type));

        // Then
        await("the mail").atMost(SOON).untilAsserted(() -> assertThat(mailsOfThisTest())
                .hasSize(1));
        MimeMessage message = mailsOfThisTest().getFirst();
        assertThat(decoded(message)).contains(SECRET);
        assertFree("the mail", GreenMailUtil.getWholeMessage(message).replace(address, "") + decoded(message));
        assertThat(GreenMailUtil.getHeaders(message)).doesNotContain(SECRET);
        assertThat(String.join("\n", log) + dump()).doesNotContain(SECRET);
    }

    static Stream<Arguments> letters() {
        return Stream.of("en", "es")
                .flatMap(language -> Stream.of(
                        Arguments.of(EventType.CONSENT_REQUESTED, "GUARDIAN", language),
                        Arguments.of(EventType.CONSENT_REQUESTED, "STUDENT", language),
                        Arguments.of(EventType.CONSENT_CODE_REQUESTED, "GUARDIAN", language),
                        Arguments.of(EventType.REFERRAL_BREAK_GLASS_OPENED, "COORDINATOR", language),
                        Arguments.of(EventType.REFERRAL_OVERDUE, "COORDINATOR", language),
                        Arguments.of(EventType.REFERRAL_CRISIS_RAISED, "COORDINATOR", language),
                        Arguments.of(EventType.REFERRAL_CRISIS_ESCALATED, "ON_CALL", language)));
    }

    @Test
    void shouldNotPrintALinkOrCode() {
        RecipientsClient.Recipient recipient = new RecipientsClient.Recipient(
                UUID.randomUUID(),
                "GUARDIAN",
                address,
                "en",
                true,
                null,
                "https://x.example/" + SECRET,
                SECRET,
                "+13165550142");
        assertThat(new RecipientsClient.Recipients(List.of(recipient), null, null).toString())
                .doesNotContain(SECRET, address, "5550142");
    }

    @Test
    void shouldNotRepeatAnAddressThatNoMailCanBeSentTo() throws Exception {
        // Given
        referrals.answer(referral.referralId, answer("en").replace(address, "quorvexxa brimblethorn <@"));

        // When
        bus.publish(referral.sent());

        // Then
        await("the failure in the log").atMost(SOON).untilAsserted(() -> assertThat(String.join("\n", log))
                .contains("could not be told"));
        assertFree("the log", String.join("\n", log));
        assertFree("the database", dump());
    }

    private String answer(String language) {
        return """
                {"recipients":[{"personId":"%s","role":"GUARDIAN","address":"%s","language":"%s","allowed":true,
                   "name":"Quorvexxa Brimblethorn","relation":"mother"}],
                 "schoolContact":{"name":"Dana Whitfield","school":"Prairie View High School","phone":"+1 316 555 0142"},
                 "student":{"name":"Zyxwolina Brimblethorn"},"concerns":["Counseling"],"note":"Zyxwolina"}
                """.formatted(UUID.randomUUID(), address, language);
    }

    private static void assertFree(String place, String text) {
        for (String canary : CANARIES) {
            assertThat(text).as(place).doesNotContainIgnoringCase(canary);
        }
    }

    private List<MimeMessage> mailsOfThisTest() {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> GreenMailUtil.getHeaders(message).contains(address))
                .toList();
    }

    private static String decoded(MimeMessage message) throws Exception {
        StringBuilder text = new StringBuilder(message.getSubject());
        var parts = (jakarta.mail.Multipart) message.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            text.append(parts.getBodyPart(i).getContent());
        }
        return text.toString();
    }

    /** Every row of every table, as text. */
    private String dump() throws SQLException {
        List<String> tables = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        try (Connection superuser = database.connectAsSuperuser();
                Statement statement = superuser.createStatement()) {
            try (ResultSet found = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'public'")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        text.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return text.toString();
    }
}
