package org.footbridge.notification.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.footbridge.common.events.Event;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.notification.wording.Wording;
import org.footbridge.notification.world.Mailbox;
import org.footbridge.notification.world.People;
import org.footbridge.notification.world.People.Someone;
import org.footbridge.notification.world.ReferralBus;
import org.footbridge.notification.world.ReferralMother;
import org.footbridge.notification.world.ReferralStub;
import org.footbridge.notification.world.SmsServer;
import org.footbridge.notification.world.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Decision 41 for what {@link LeakTest} does not send: routine matters, the summary, text messages, the inbox and the pages behind
 * the links. Neither student, guardian and concern nor agency, service and number of the referral are in any of them.
 */
@QuarkusTest
class CanaryTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> CANARIES = List.of(
            "Zyxwolina", "Quorvexxa", "Brimblethorn", "Counseling", "Harbor Light", "FB-7KQ2M9XA", "Dana Whitfield");

    DemoTokens demo;
    TestDatabase database;
    GreenMail mail;
    ReferralStub referrals;
    SmsServer texts;

    @Inject
    TestClock clock;

    @Inject
    Wording wording;

    private final ReferralBus bus = ReferralBus.open();
    private final ReferralMother referral = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.HARBOR_LIGHT);
    private final String number = "+1316" + ThreadLocalRandom.current().nextInt(2_000_000, 9_999_999);
    private People people;
    private Someone someone;
    private Mailbox mailbox;

    @BeforeEach
    void meet() {
        clock.reset();
        people = new People(demo, database, bus);
        someone = people.somebody(DemoTokens.PRAIRIE_VIEW, "coordinator");
        mailbox = new Mailbox(mail, someone.address());
    }

    @AfterEach
    void close() {
        clock.reset();
        bus.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void shouldTellNothingOfWhatARoutineMatterIsAbout(String language) throws Exception {
        // Given
        chooses("{\"topics\": [{\"topic\": \"PROGRESS\", \"channels\": [\"IN_APP\", \"EMAIL\", \"SMS\"]}]}");
        referrals.answer(referral.referralId, answer(language));

        // When
        bus.publish(referral.accepted());

        // Then
        MimeMessage message = mailbox.has(1).getFirst();
        assertFree("the mail", source(message));
        await("the text").atMost(SOON).untilAsserted(() -> assertThat(texts.to(number))
                .hasSize(1));
        assertFree("the text", texts.to(number).getFirst().form().toString());
        String inbox = someone.asks().get("/api/v1/notifications").asString();
        assertThat(inbox).contains(referral.referralId.toString());
        assertFree("the inbox", inbox);
        String link = Mailbox.header(message, "List-Unsubscribe").replaceAll("^<http://[^/]+|>$", "");
        assertFree("the page", given().get(link).asString());
        assertFree(
                "the last page",
                given().contentType("application/x-www-form-urlencoded")
                        .post(link)
                        .asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void shouldTellNothingInASummary(String language) throws Exception {
        // Given
        String at = clock.instant()
                .atZone(ZoneOffset.UTC)
                .toLocalTime()
                .plusHours(2)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        chooses("{\"digest\": {\"at\": \"%s\", \"days\": \"DAILY\"}}".formatted(at));
        referrals.answer(referral.referralId, answer(language));
        Event accepted = referral.accepted();

        // When
        bus.publish(accepted);
        await("the entry").atMost(SOON).untilAsserted(() -> assertThat(
                        people.column("select notice_id from digest_entry where person_id = ?", someone.id()))
                .hasSize(1));
        clock.advance(Duration.ofMinutes(121));

        // Then
        assertFree("the summary", source(mailbox.has(1).getFirst()));
    }

    @Test
    void shouldHaveWordsForEveryLetterInEveryLanguage() {
        for (Letter letter : Letter.values()) {
            for (String language : List.of("en", "es")) {
                assertThat(wording.title(letter.template(), language)).isNotBlank();
                if (letter != Letter.DIGEST && !letter.isAskedFor()) {
                    assertThat(wording.sms(letter.template(), language)).isNotBlank();
                }
            }
        }
        // whoever adds a letter adds it to the leak tests
        assertThat(Arrays.stream(Letter.values()).map(Enum::name))
                .containsExactlyInAnyOrder(
                        "NEWS",
                        "CONSENT_REQUEST",
                        "CONSENT_CODE",
                        "ATTENTION",
                        "RECORDS",
                        "PROGRESS",
                        "DIGEST",
                        "URGENT");
    }

    private void chooses(String preferences) {
        someone.asks()
                .header("If-Match", "\"0\"")
                .body(preferences)
                .put("/api/v1/notifications/preferences")
                .then()
                .statusCode(200);
    }

    private String answer(String language) {
        return """
                {"recipients":[{"personId":"%s","role":"COORDINATOR","address":"%s","language":"%s","allowed":true,
                   "phone":"%s","name":"Quorvexxa Brimblethorn"}],"zone":"UTC",
                 "schoolContact":{"name":"Dana Whitfield","school":"Prairie View High School","phone":"+1 316 555 0142"},
                 "student":{"name":"Zyxwolina Brimblethorn"},"concerns":["Counseling"],"note":"Zyxwolina"}
                """.formatted(someone.id(), someone.address(), language, number);
    }

    private static String source(MimeMessage message) {
        return GreenMailUtil.getWholeMessage(message)
                + Mailbox.subject(message)
                + String.join("\n", Mailbox.parts(message));
    }

    private static void assertFree(String place, String text) {
        for (String canary : CANARIES) {
            assertThat(text).as(place).doesNotContainIgnoringCase(canary);
        }
    }
}
