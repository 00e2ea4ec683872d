package org.footbridge.notification.preference;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import org.footbridge.common.events.EventType;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.web.paging.Cursors;
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

/** One click ends the mails of a topic (RFC 8058), and nothing else. */
@QuarkusTest
class UnsubscribeTest {
    private static final String DOOR = "http://localhost:8080";

    DemoTokens demo;
    TestDatabase database;
    GreenMail mail;
    ReferralStub referrals;

    @Inject
    TestClock clock;

    @Inject
    Cursors cursors;

    private final ReferralBus bus = ReferralBus.open();
    private final ReferralMother referral = ReferralMother.of(DemoTokens.PRAIRIE_VIEW, DemoTokens.HARBOR_LIGHT);
    private Someone someone;
    private Mailbox mailbox;

    @BeforeEach
    void meet() {
        clock.reset();
        someone = new People(demo, database, bus).somebody(DemoTokens.PRAIRIE_VIEW, "coordinator");
        mailbox = new Mailbox(mail, someone.address());
        referrals.answer(referral.referralId, someone.answer("COORDINATOR", "en"));
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void shouldEndTheMailsOfOneTopicWithOneClick() {
        // Given
        String link = linkOfAMail();

        // When
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(link)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("You will get no more e-mails"));

        // Then
        someone.asks()
                .get("/api/v1/notifications/preferences")
                .then()
                .body("topics.find { it.topic == 'ATTENTION' }.channels", contains("IN_APP"))
                .body("topics.find { it.topic == 'PROGRESS' }.channels", contains("IN_APP", "EMAIL"));
        bus.publish(referral.before(EventType.REFERRAL_DUE_SOON));
        bus.publish(referral.before(EventType.REFERRAL_CRISIS_RAISED));
        assertThat(mailbox.has(2))
                .extracting(Mailbox::subject)
                .containsExactly(
                        "A student support request needs your attention",
                        "Please sign in now: a request at your school waits for an answer");
    }

    @Test
    void shouldTakeTheFormOfAMailProgramToo() {
        given().multiPart("List-Unsubscribe", "One-Click")
                .post(linkOfAMail())
                .then()
                .statusCode(200);
    }

    @Test
    void shouldOnlyAskWhereALinkIsFollowed() {
        // Given
        String link = linkOfAMail();

        // When
        given().get(link)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .body(containsString("name=\"List-Unsubscribe\" value=\"One-Click\""));

        // Then
        someone.asks().get("/api/v1/notifications/preferences").then().header("ETag", "\"0\"");
    }

    @Test
    void shouldTakeNoTokenButItsOwn() {
        // Given
        String link = linkOfAMail();
        String other = cursors.encode("notifications/x", java.util.List.of("1", "2", "NEWS", "en"));
        String flipped = link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A");

        // Then
        for (String forged : java.util.List.of(
                flipped, "/api/v1/notifications/unsubscribe/" + other, "/api/v1/notifications/unsubscribe/x")) {
            given().get(forged).then().statusCode(404).body("type", equalTo("/docs/problems#not-found"));
            given().contentType("application/x-www-form-urlencoded")
                    .post(forged)
                    .then()
                    .statusCode(404);
        }
    }

    private String linkOfAMail() {
        bus.publish(referral.before(EventType.REFERRAL_OVERDUE));
        MimeMessage message = mailbox.has(1).getFirst();
        assertThat(Mailbox.header(message, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        String header = Mailbox.header(message, "List-Unsubscribe");
        assertThat(header)
                .startsWith("<" + DOOR + "/api/v1/notifications/unsubscribe/")
                .endsWith(">");
        String link = header.substring(1, header.length() - 1);
        assertThat(Mailbox.parts(message)).allSatisfy(part -> assertThat(part).contains(link));
        return link.substring(DOOR.length());
    }
}
