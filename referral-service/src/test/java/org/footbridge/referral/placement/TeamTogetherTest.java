package org.footbridge.referral.placement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.Bus;
import org.footbridge.referral.EventCounter;
import org.footbridge.referral.InSchool;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The school's own team and the coordinator work together as with an agency, and nothing of it is a disclosure. */
@QuarkusTest
class TeamTogetherTest {
    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;
    private InSchool school;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
        school = new InSchool(demo);
    }

    @Test
    void shouldFindWhatItsSchoolsAskForInItsInbox() {
        // Given
        Made made = school.placed();
        Made accepted = school.accepted();
        Made outside = mother.sent();
        String inbox = "/api/v1/team-placements?limit=200";

        // When, then
        ReferralMother.get(school.counselor(), inbox)
                .then()
                .statusCode(200)
                .body("items[0].referralId", equalTo(accepted.referral().toString()))
                .body("items[0].placement.id", equalTo(accepted.placement().toString()))
                .body("items.placement.id", hasItem(made.placement().toString()))
                .body("items.placement.id", not(hasItem(outside.placement().toString())));
        Response page = ReferralMother.get(school.counselor(), "/api/v1/team-placements?limit=1&state=SENT");
        page.then().body("items.placement.id", contains(made.placement().toString()));
        String number = page.path("items[0].placement.referralNumber");
        ReferralMother.get(school.counselor(), inbox + "&number=" + number)
                .then()
                .body("items.placement.id", contains(made.placement().toString()));
        assertThat(ReferralMother.get(school.counselor(), "/api/v1/team-placements/counts?number=" + number)
                        .<Integer>path("counts.find { it.state == 'SENT' }.count"))
                .isEqualTo(1);
        ReferralMother.get(mother.otherSchoolsCounselor(), inbox)
                .then()
                .body("items.placement.id", not(hasItem(made.placement().toString())));
        ReferralMother.get(demo.coordinator(), inbox).then().body("items", empty());
        ReferralMother.get(demo.educator(), inbox).then().statusCode(403);
        ReferralMother.get(demo.agencyStaff(), inbox).then().statusCode(403);
        given().get(inbox).then().statusCode(401);
    }

    @Test
    void shouldCarryMessagesBothWaysWithoutConsentOrDisclosure() throws SQLException {
        // Given
        Made made = school.placed();

        // When
        write(school.counselor(), InSchool.path(made), "Which lesson suits?", 201)
                .then()
                .body("writtenBy", equalTo("AGENCY"));
        write(demo.coordinator(), made.sentPath(), "Sport, for " + World.CANARY, 201);

        // Then
        ReferralMother.get(school.counselor(), InSchool.path(made) + "/messages")
                .then()
                .statusCode(200)
                .body("items.writtenBy", contains("SCHOOL", "AGENCY"));
        ReferralMother.get(school.counselor(), InSchool.path(made) + "/messages/unread")
                .then()
                .body("unread", equalTo(1));
        assertThat(ledger(made)).isZero();
        List<Bus.Relayed> events = Bus.eventsOf("footbridge.referral.v1", made.referral(), 5);
        assertThat(events)
                .extracting(event -> event.type().replace("org.footbridge.", ""))
                .contains("referral.message_posted.v1");
        assertThat(events).extracting(Bus.Relayed::agency).allMatch(Objects::isNull);
        assertThat(new EventCounter(database)
                        .query(
                                "select count(*) from access_log where operation = 'message-list' and relation = 'COUNSELOR'"
                                        + " and agency_id is null and ? = any(subject_ids)",
                                made.placement()))
                .isEqualTo(1);
    }

    @Test
    void shouldKeepTheThreadFromEverybodyElse() {
        Made made = school.placed();
        Made outside = mother.sent();
        write(demo.agencyStaff(), made.placementPath(), "hello", 404);
        write(demo.educator(), InSchool.path(made), "hello", 403);
        write(mother.otherSchoolsCounselor().scopes("message:write"), InSchool.path(made), "hello", 404);
        write(school.counselor(), InSchool.path(outside), "hello", 404);
        String mixed = outside.referralPath() + "/placements/" + made.placement() + "/team";
        write(school.counselor(), mixed, "hello", 404);
        given().get(InSchool.path(made) + "/messages").then().statusCode(401);
    }

    @Test
    void shouldGiveUpAfterThreeTriesAndHandTheReferralBack() {
        // Given
        Made made = school.placed();
        attempt(made, Duration.ZERO, "PHONE");
        ReferralMother.post(
                        school.counselor(),
                        InSchool.path(made) + "/could-not-contact",
                        Map.of(),
                        ReferralMother.etag(school.counselor(), InSchool.path(made)))
                .then()
                .statusCode(409)
                .body("type", endsWith("too-few-attempts"));
        attempt(made, Duration.ZERO, "TEXT");
        attempt(made, Duration.ofHours(24).minusMinutes(5), "PHONE");
        ReferralMother.get(demo.coordinator(), made.sentPath())
                .then()
                .body("contactAttempts.outcome", hasItem("NO_ANSWER"));
        ReferralMother.get(school.counselor(), InSchool.path(made))
                .then()
                .body("contactAttempts.channel", contains("PHONE", "PHONE", "TEXT"));

        // When
        school.step(made, "could-not-contact", Map.of(), 200).then().body("state", equalTo("COULD_NOT_CONTACT"));

        // Then
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("READY"));
    }

    @Test
    void shouldAgreeOnATimeThatTheCounselorProposes() {
        // Given
        Made made = school.accepted();
        available(school.counselor(), InSchool.path(made));
        available(demo.coordinator(), made.sentPath());
        Instant time = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(40));
        Map<String, Object> form =
                Map.of("startsAt", List.of(time.toString()), "durationMinutes", 30, "modality", "IN_PERSON");
        ReferralMother.get(school.counselor(), InSchool.path(made) + "/slots")
                .then()
                .statusCode(200);
        Response proposed =
                ReferralMother.post(school.counselor(), InSchool.path(made) + "/appointments/proposals", form, null);
        proposed.then().statusCode(201).body("proposedBy", equalTo("AGENCY"));

        // When
        Map<String, Object> choice = Map.of("appointmentId", proposed.path("times[0].appointmentId"));
        Response confirmed = ReferralMother.post(
                demo.coordinator(),
                made.sentPath() + "/appointments/proposals/" + proposed.path("id") + "/confirm",
                choice,
                ReferralMother.etag(demo.coordinator(), made.sentPath()));

        // Then
        confirmed.then().statusCode(200);
        ReferralMother.get(school.counselor(), InSchool.path(made))
                .then()
                .body("placement.state", equalTo("SCHEDULED"))
                .body("appointments.state", hasItem("BOOKED"));
        Response feed = given().auth().oauth2(school.counselor().sign()).post("/api/v1/calendar-feeds");
        feed.then().statusCode(201).body("expiresAt", notNullValue());
        assertThat(given().get(feed.<String>path("url")).asString())
                .contains(proposed.<String>path("times[0].appointmentId"));
    }

    @Test
    void shouldRecommendToTheClassroomWithoutAConsent() throws SQLException {
        // Given
        Made made = school.accepted();
        Map<String, String> recommendation = Map.of("code", "QUIET_PLACE");
        ReferralMother.post(
                        school.counselor(), InSchool.path(school.placed()) + "/recommendations", recommendation, null)
                .then()
                .statusCode(409);

        // When
        ReferralMother.post(school.counselor(), InSchool.path(made) + "/recommendations", recommendation, null)
                .then()
                .statusCode(201);

        // Then
        ReferralMother.get(demo.educator(), made.referralPath() + "/recommendations")
                .then()
                .statusCode(200)
                .body("items.code", contains("QUIET_PLACE"));
        ReferralMother.get(school.counselor(), InSchool.path(made) + "/recommendations")
                .then()
                .body("items.code", contains("QUIET_PLACE"));
        assertThat(ledger(made)).isZero();
    }

    @Test
    void shouldShareFilesWithinTheSchoolAlone() throws SQLException {
        // Given
        Made made = school.accepted();
        UUID ofSchool = mother.file(made);
        String files = InSchool.path(made) + "/attachments";

        // When
        Response added = given().auth()
                .oauth2(school.counselor().sign())
                .contentType("application/octet-stream")
                .body(("What helped: " + World.CANARY).getBytes(StandardCharsets.UTF_8))
                .post(files);

        // Then
        added.then().statusCode(201).body("addedBy", equalTo("AGENCY"));
        String ofTeam = added.path("id");
        ReferralMother.get(school.counselor(), files).then().body("items.id", contains(ofSchool.toString(), ofTeam));
        ReferralMother.get(school.counselor(), files + "/" + ofSchool).then().statusCode(200);
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/attachments/" + ofTeam)
                .then()
                .statusCode(200);
        ReferralMother.get(demo.educator(), files).then().statusCode(403);
        ReferralMother.get(school.counselor(), InSchool.path(mother.sent()) + "/attachments")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(demo.coordinator().sign())
                .post(made.sentPath() + "/attachments/" + ofSchool + "/release")
                .then()
                .statusCode(200);
        assertThat(ledger(made)).isZero();
    }

    @Test
    void shouldTellNoFamilyThatSomebodyElseWasAsked() {
        // Given
        Made made = school.placed();
        Map<String, Object> question = Map.of(
                "eventId",
                UUID.randomUUID(),
                "type",
                "referral.sent.v1",
                "referralId",
                made.referral(),
                "placementId",
                made.placement());

        // When
        Response answer =
                ReferralMother.post(demo.internalService(), "/internal/v1/recipients/resolve", question, null);

        // Then
        answer.then().statusCode(200);
        assertThat(answer.<List<Boolean>>path("recipients.allowed"))
                .isNotEmpty()
                .doesNotContain(true);
        answer.then().body("recipients.reason", hasItem("in-school"));
    }

    private void attempt(Made made, Duration ago, String channel) {
        school.step(made, "contact-attempts", ReferralMother.attemptForm(ago, channel, "NO_ANSWER"), 201);
    }

    private static Response write(TokenBuilder who, String path, String text, int status) {
        Response written = ReferralMother.post(who, path + "/messages", Map.of("text", text), null);
        written.then().statusCode(status);
        return written;
    }

    private static void available(TokenBuilder who, String path) {
        List<Map<String, String>> always = Arrays.stream(java.time.DayOfWeek.values())
                .map(day -> Map.of("day", day.name(), "from", "00:00", "until", "23:59"))
                .toList();
        given().auth()
                .oauth2(who.sign())
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("zone", "UTC", "weekly", always))
                .put(path + "/availability")
                .then()
                .statusCode(200);
    }

    private long ledger(Made made) throws SQLException {
        return new EventCounter(database)
                .query("select count(*) from disclosure where placement_id = ?", made.placement());
    }
}
