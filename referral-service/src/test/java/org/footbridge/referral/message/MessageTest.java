package org.footbridge.referral.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.Bus;
import org.footbridge.referral.EventCounter;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the two sides of a placement write to each other, and who else does not read it. */
@QuarkusTest
class MessageTest {
    private static final String WORDS = "¿Martes?\n\u200f متى \uD83C\uDFEB says " + World.CANARY;

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldCarryMessagesBothWaysAndTellWhenTheyWereRead() {
        // Given
        Made made = mother.accepted();
        toSchool(made, WORDS, 201).then().body("writtenBy", equalTo("AGENCY")).body("position", equalTo(1));
        String answer = toAgency(made, "Wednesday suits better.", 201).path("id");
        unread(made).then().body("unread", equalTo(1));

        // When
        ReferralMother.post(demo.agencyStaff(), made.placementPath() + "/messages/read", Map.of("upTo", answer), null)
                .then()
                .statusCode(200)
                .body("unread", equalTo(0));

        // Then
        ReferralMother.get(demo.coordinator(), made.sentPath() + "/messages")
                .then()
                .statusCode(200)
                .body("items.text", contains("Wednesday suits better.", WORDS))
                .body("items.writtenBy", contains("SCHOOL", "AGENCY"))
                .body("items.mine", contains(true, false))
                .body("items[0].readAt", notNullValue())
                .body("items[1].readAt", nullValue());
        ReferralMother.get(demo.coordinator(), made.sentPath() + "/messages/unread")
                .then()
                .body("unread", equalTo(1));
    }

    @Test
    void shouldKeepWhatWasReadWhenAnOlderMessageIsNamed() {
        // Given
        Made made = mother.accepted();
        String first = toAgency(made, "first", 201).path("id");
        String second = toAgency(made, "second", 201).path("id");
        String read = made.placementPath() + "/messages/read";
        ReferralMother.post(demo.agencyStaff(), read, Map.of("upTo", second), null);

        // When
        Response again = ReferralMother.post(demo.agencyStaff(), read, Map.of("upTo", first), null);

        // Then
        again.then().statusCode(200).body("unread", equalTo(0));
        ReferralMother.post(demo.agencyStaff(), read, Map.of("upTo", UUID.randomUUID()), null)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/upTo"));
    }

    @Test
    void shouldPageThroughAThread() {
        // Given
        Made made = mother.accepted();
        List.of("one", "two", "three").forEach(text -> toSchool(made, text, 201));
        String thread = made.placementPath() + "/messages?limit=2";

        // When
        Response page = ReferralMother.get(demo.agencyStaff(), thread);

        // Then
        page.then().body("items.text", contains("three", "two"));
        ReferralMother.get(demo.agencyStaff(), thread + "&cursor=" + page.path("next"))
                .then()
                .body("items.text", contains("one"))
                .body("next", nullValue());
        ReferralMother.get(demo.agencyStaff(), thread + "&cursor=x").then().statusCode(400);
    }

    @Test
    void shouldWriteAMessageOncePerKey() {
        // Given
        Made made = mother.accepted();
        String path = made.placementPath() + "/messages";

        // When
        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(demo.agencyStaff().sign())
                    .header("Idempotency-Key", "say-it-once")
                    .contentType(ContentType.JSON)
                    .body(Map.of("text", "once"))
                    .post(path)
                    .then()
                    .statusCode(201);
        }

        // Then
        ReferralMother.get(demo.agencyStaff(), path).then().body("items", hasSize(1));
    }

    @Test
    void shouldTellOfAMessageWithoutItsWords() throws SQLException {
        // Given
        Made made = mother.sent();

        // When
        String id = toAgency(made, WORDS, 201).path("id");
        toSchool(made, WORDS, 201);

        // Then
        List<Bus.Relayed> events =
                Bus.eventsOf("footbridge.referral.v1", made.referral(), 7).subList(5, 7);
        assertThat(events)
                .allSatisfy(event -> assertThat(event.type()).endsWith("referral.message_posted.v1"))
                .allSatisfy(event -> assertThat(event.agency()).isEqualTo(DemoTokens.HARBOR_LIGHT.toString()))
                .allSatisfy(event -> assertThat(event.data()).doesNotContain(World.CANARY, "Martes"));
        assertThat(events.getFirst().data()).contains(id, "\"writtenBy\":\"SCHOOL\"");
        assertThat(events.getLast().data()).contains("\"writtenBy\":\"AGENCY\"");
        assertThat(ledger(made)).isEqualTo(1);
    }

    @Test
    void shouldCloseTheThreadToTheAgencyWithItsRightToRead() {
        // Given
        Made made = mother.accepted();
        toSchool(made, "before", 201);
        String consents = made.referralPath() + "/consents";
        String consent = ReferralMother.get(demo.coordinator(), consents).path("items[0].id");

        // When
        ReferralMother.post(demo.coordinator(), consents + "/" + consent + "/revoke", Map.of(), "\"0\"")
                .then()
                .statusCode(200);

        // Then
        ReferralMother.get(demo.agencyStaff(), made.placementPath() + "/messages")
                .then()
                .statusCode(403)
                .body("type", endsWith("access-revoked"));
        toSchool(made, "after", 403);
        toAgency(made, "after", 409).then().body("state", equalTo("ACCESS_REVOKED"));
        ReferralMother.get(demo.coordinator(), made.sentPath() + "/messages")
                .then()
                .statusCode(200)
                .body("items.text", contains("before"));
    }

    @Test
    void shouldNotWriteWhatNoConsentCovers() throws SQLException {
        // Given
        Made made = mother.accepted();
        try (var superuser = database.connectAsSuperuser();
                var sql = superuser.createStatement()) {
            sql.execute("update consent set expires_on = '2020-01-01', signed_on = '2019-01-01' where referral_id = '"
                    + made.referral() + "'");
        }

        // When
        Response refused = toAgency(made, WORDS, 409);

        // Then
        refused.then().body("type", endsWith("consent-missing"));
        assertThat(ledger(made)).isZero();
    }

    @Test
    void shouldRefuseWordsThatCannotBeKept() {
        Made made = mother.accepted();
        for (String text : List.of(" ", "a\u0000b", "a\u0007b", "a\u009bb", "a\ud83cb", "x".repeat(4001))) {
            ReferralMother.post(demo.agencyStaff(), made.placementPath() + "/messages", Map.of("text", text), null)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer[0]", equalTo("/text"));
        }
        ReferralMother.post(demo.agencyStaff(), made.placementPath() + "/messages", Map.of("txt", "a"), null)
                .then()
                .statusCode(400);
    }

    @Test
    void shouldHideTheThreadFromEverybodyElse() throws SQLException {
        // Given
        Made made = mother.accepted();
        Made other = mother.accepted();
        toSchool(made, "hello", 201);

        // Then
        ReferralMother.get(demo.educator(), made.sentPath() + "/messages")
                .then()
                .statusCode(403);
        ReferralMother.get(demo.coordinator(), other.referralPath() + "/placements/" + made.placement() + "/messages")
                .then()
                .statusCode(404);
        ReferralMother.get(demo.districtAdmin(), made.sentPath() + "/messages")
                .then()
                .statusCode(403);
        assertThat(reads(made)).isZero();
        ReferralMother.get(demo.coordinator(), made.sentPath() + "/messages")
                .then()
                .statusCode(200);
        ReferralMother.get(demo.agencyStaff(), made.placementPath() + "/messages")
                .then()
                .statusCode(200);
        assertThat(reads(made)).isEqualTo(2);
    }

    private Response toSchool(Made made, String text, int status) {
        Response answer =
                ReferralMother.post(demo.agencyStaff(), made.placementPath() + "/messages", Map.of("text", text), null);
        answer.then().statusCode(status);
        return answer;
    }

    private Response toAgency(Made made, String text, int status) {
        Response answer =
                ReferralMother.post(demo.coordinator(), made.sentPath() + "/messages", Map.of("text", text), null);
        answer.then().statusCode(status);
        return answer;
    }

    private Response unread(Made made) {
        return ReferralMother.get(demo.agencyStaff(), made.placementPath() + "/messages/unread");
    }

    private long ledger(Made made) throws SQLException {
        return new EventCounter(database)
                .query(
                        "select count(*) from disclosure where kind = 'MESSAGED' and placement_id = ?",
                        made.placement());
    }

    private long reads(Made made) throws SQLException {
        return new EventCounter(database)
                .query(
                        "select count(*) from access_log where operation = 'message-list' and ? = any(subject_ids)",
                        made.placement());
    }
}
