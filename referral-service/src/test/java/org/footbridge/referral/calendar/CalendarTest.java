package org.footbridge.referral.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.EventCounter;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.Sql;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Booked visits in somebody's calendar: times, and nothing that tells of whom. */
@QuarkusTest
class CalendarTest {
    private static final String FEEDS = "/api/v1/calendar-feeds";

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldShowTimesUnderANeutralTitle() throws SQLException {
        for (TokenBuilder owner : List.of(demo.agencyStaff(), demo.coordinator())) {
            // Given
            Made made = mother.scheduled();
            String url = open(owner);

            // When
            Response calendar = given().get(url);

            // Then
            calendar.then()
                    .statusCode(200)
                    .contentType("text/calendar")
                    .header("Cache-Control", "no-store")
                    .header("X-Content-Type-Options", "nosniff");
            List<VEvent> events = Biweekly.parse(calendar.asString()).first().getEvents();
            VEvent event = events.stream()
                    .filter(one -> one.getUid()
                            .getValue()
                            .startsWith(made.appointment().toString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(event.getSummary().getValue()).isEqualTo("Appointment");
            assertThat(event.getDateEnd().getValue().toInstant())
                    .isEqualTo(event.getDateStart().getValue().toInstant().plus(50, ChronoUnit.MINUTES));
            assertThat(calendar.asString())
                    .doesNotContain(
                            World.CANARY, "Prairie", "FB-", made.referral().toString());
            assertThat(reads(made)).isPositive();
        }
    }

    @Test
    void shouldHideVisitsOfOthers() {
        // Given
        Made made = mother.scheduled();

        // Then
        for (TokenBuilder other : List.of(demo.otherAgencyStaff(), demo.otherDistrictCoordinator())) {
            given().get(open(other))
                    .then()
                    .statusCode(200)
                    .body(not(equalTo(made.appointment().toString())));
            assertThat(given().get(open(other)).asString())
                    .doesNotContain(made.appointment().toString());
        }
        ReferralMother.post(demo.educator(), FEEDS, Map.of(), null).then().statusCode(403);
    }

    @Test
    void shouldDropWhatTheAgencyMayNotReadAnyMore() {
        // Given
        Made made = mother.scheduled();
        String url = open(demo.agencyStaff());
        assertThat(given().get(url).asString()).contains(made.appointment().toString());

        // When
        mother.step(demo.agencyStaff(), made.placementPath(), "end-not-served", Map.of("code", "MOVED"), 200);

        // Then
        assertThat(given().get(url).asString())
                .doesNotContain(made.appointment().toString());
    }

    @Test
    void shouldLeadNowhereOnceItIsRevoked() throws SQLException {
        // Given
        String url = open(demo.agencyStaff());
        Response feeds = ReferralMother.get(demo.agencyStaff(), FEEDS);
        String id = feeds.path("items[-1].id");
        feeds.then().body("items[-1].url", nullValue());
        assertThat(stored(url.substring("/calendar/".length(), url.length() - 4)))
                .isZero();

        // When
        given().auth()
                .oauth2(demo.agencyStaff().sign())
                .delete(FEEDS + "/" + id)
                .then()
                .statusCode(204);

        // Then
        given().get(url).then().statusCode(404);
        given().get("/calendar/" + "x".repeat(43) + ".ics").then().statusCode(404);
        given().get("/calendar/short.ics").then().statusCode(404);
        ReferralMother.get(demo.agencyStaff(), FEEDS).then().body("items.id", not(hasItem(id)));
        given().auth()
                .oauth2(demo.agencyStaff().sign())
                .delete(FEEDS + "/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void shouldForgetAVisitOnceItsConsentHasRunOut() {
        // Given
        Made made = mother.scheduled();
        Made other = mother.scheduled();
        String url = open(demo.agencyStaff());

        // When
        Sql.run(database, "update consent set expires_on = '2020-01-01' where referral_id = '" + made.referral() + "'");

        // Then
        assertThat(given().get(url).asString())
                .doesNotContain(made.appointment().toString())
                .contains(other.appointment().toString());
    }

    @Test
    void shouldForgetVisitsOnceTheAgreementIsOver() {
        // Given
        Made made = mother.scheduled();
        String url = open(demo.agencyStaff());
        String live = "update agreement set valid_until = %s where agency_id = '" + DemoTokens.HARBOR_LIGHT + "'";

        // When
        Sql.run(database, live.formatted("'2020-12-31'"));

        // Then
        try {
            given().get(url).then().statusCode(200);
            assertThat(given().get(url).asString())
                    .doesNotContain(made.appointment().toString());
        } finally {
            Sql.run(database, live.formatted("null"));
        }
        assertThat(given().get(url).asString()).contains(made.appointment().toString());
    }

    @Test
    void shouldEndByItselfAfterAYear() {
        // Given
        String url = open(demo.agencyStaff());
        Response feeds = ReferralMother.get(demo.agencyStaff(), FEEDS);
        String id = feeds.path("items[-1].id");
        assertThat(Instant.parse(feeds.path("items[-1].expiresAt")))
                .isEqualTo(Instant.parse(feeds.path("items[-1].createdAt")).plus(365, ChronoUnit.DAYS));
        given().get(url).then().statusCode(200);

        // When
        Sql.run(database, "update calendar_feed set expires_at = now() where id = '" + id + "'");

        // Then
        given().get(url).then().statusCode(404);
        ReferralMother.get(demo.agencyStaff(), FEEDS).then().body("items.id", not(hasItem(id)));
    }

    @Test
    void shouldShowTheAddressOnceOnly() {
        // Given
        String key = "feed-" + Instant.now();

        // When
        Response first = withKey(key);
        Response second = withKey(key);

        // Then
        first.then().statusCode(201);
        second.then().statusCode(201).body("url", nullValue()).body("secretShown", equalTo(true));
    }

    private Response withKey(String key) {
        return given().auth()
                .oauth2(demo.agencyStaff().sign())
                .header("Idempotency-Key", key)
                .post(FEEDS);
    }

    private static String open(TokenBuilder owner) {
        Response opened = given().auth().oauth2(owner.sign()).post(FEEDS);
        opened.then().statusCode(201);
        return opened.path("url");
    }

    private long stored(String token) throws SQLException {
        return new EventCounter(database).query("select count(*) from calendar_feed_key where token_hash = ?", token);
    }

    private long reads(Made made) throws SQLException {
        return new EventCounter(database)
                .query(
                        "select count(*) from access_log where operation = 'calendar' and ? = any(subject_ids)",
                        made.appointment());
    }
}
