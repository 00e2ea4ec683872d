package org.footbridge.referral.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.Bus;
import org.footbridge.referral.Bus.Relayed;
import org.footbridge.referral.EventCounter;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.TestClock;
import org.footbridge.referral.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form that somebody has begun: kept for its author alone, until it is submitted, thrown away or too old. */
@QuarkusTest
class DraftTest {
    private static final String DRAFTS = "/api/v1/referrals/drafts";

    TestDatabase database;
    DemoTokens demo;

    @Inject
    TestClock clock;

    @BeforeEach
    void fill() {
        World.fill(database);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void shouldKeepAFormOfWhichOnlyTheStudentIsKnown() {
        // When
        Response begun = ReferralMother.post(demo.educator(), DRAFTS, Map.of("studentId", World.STUDENT), null);

        // Then
        begun.then()
                .statusCode(201)
                .header("Location", containsString(DRAFTS + "/" + begun.path("id")))
                .header("ETag", "\"0\"")
                .body("form.studentId", equalTo(World.STUDENT.toString()))
                .body("form.urgency", nullValue())
                .body("completeness.missing", hasItems("/concerns", "/description"))
                .body("expiresAt", notNullValue());
        ReferralMother.get(demo.educator(), path(begun)).then().statusCode(200).body("form.concerns", nullValue());
    }

    @Test
    void shouldShowADraftToItsAuthorAlone() {
        // Given
        Response begun = begin();
        String draft = path(begun);
        String id = begun.path("id");

        // When, then
        for (TokenBuilder other : List.of(demo.coordinator(), demo.otherEducator(), demo.otherDistrictCoordinator())) {
            ReferralMother.get(other, draft).then().statusCode(404);
            ReferralMother.get(other, DRAFTS).then().statusCode(200).body("items.id", not(hasItem(id)));
            ReferralMother.post(other, draft + "/submit", Map.of(), null).then().statusCode(404);
            put(other, draft, ReferralMother.form(), "\"0\"").then().statusCode(404);
            delete(other, draft, "\"0\"").then().statusCode(404);
        }
        ReferralMother.get(demo.districtAdmin(), draft).then().statusCode(403);
        ReferralMother.get(demo.agencyStaff(), draft).then().statusCode(403);
        ReferralMother.get(demo.educator(), DRAFTS + "?limit=1").then().body("items.id", contains(id));
    }

    @Test
    void shouldSaveADraftAgainAtTheVersionThatItsAuthorSaw() {
        // Given
        String draft = path(begin());
        Map<String, Object> form = ReferralMother.form();
        form.put("strengths", "Draws well.");

        // When
        Response saved = put(demo.educator(), draft, form, "\"0\"");

        // Then
        saved.then().statusCode(200).header("ETag", "\"1\"").body("form.strengths", equalTo("Draws well."));
        put(demo.educator(), draft, form, "\"0\"").then().statusCode(412);
        put(demo.educator(), draft, form, null).then().statusCode(428);
        ReferralMother.get(demo.educator(), draft)
                .then()
                .header("ETag", "\"1\"")
                .body("form.strengths", equalTo("Draws well."))
                .body("form.concerns", contains("ANXIETY", "SOCIAL"));
    }

    @Test
    void shouldNameWhatCouldNeverBeSubmitted() {
        // Given
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("studentId", World.OTHER_SCHOOLS_STUDENT);
        form.put("urgency", "SOMETIME");
        form.put("description", "x".repeat(2001));

        // When
        Response refused = ReferralMother.post(demo.educator(), DRAFTS, form, null);

        // Then
        refused.then().statusCode(422).body("errors.pointer", contains("/description", "/studentId", "/urgency"));
        ReferralMother.post(demo.educator(), DRAFTS, Map.of(), null)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/studentId"));
        ReferralMother.post(demo.educator(), DRAFTS, Map.of("student", "x"), null)
                .then()
                .statusCode(400);
    }

    @Test
    void shouldSubmitADraftOnce() {
        // Given
        String draft = path(begin());

        // When
        Response submitted = submit(draft, "once-" + draft);

        // Then
        submitted
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/referrals/" + submitted.path("id")))
                .body("state", equalTo("SUBMITTED"))
                .body("number", matchesPattern("FB-[0-9A-HJKMNP-TV-Z]{8}"));
        submit(draft, "once-" + draft)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(submitted.path("id")));
        submit(draft, "again-" + draft).then().statusCode(404);
        ReferralMother.get(demo.educator(), draft).then().statusCode(404);
        ReferralMother.get(demo.coordinator(), "/api/v1/referrals/" + submitted.path("id"))
                .then()
                .body("form.description", containsString("Stays alone at recess"));
        List<Relayed> events = Bus.eventsOf("footbridge.referral.v1", UUID.fromString(submitted.path("id")), 1);
        assertThat(events.getFirst().data()).doesNotContain(World.CANARY);
    }

    @Test
    void shouldKeepADraftThatIsNotReadyToSubmit() {
        // Given
        Response begun = ReferralMother.post(
                demo.educator(), DRAFTS, Map.of("studentId", World.STUDENT, "urgency", "ROUTINE"), null);

        // When
        Response refused = submit(path(begun), "early-" + begun.path("id"));

        // Then
        refused.then().statusCode(422).body("errors.pointer", contains("/concerns", "/description"));
        ReferralMother.get(demo.educator(), path(begun)).then().statusCode(200);
    }

    @Test
    void shouldThrowADraftAway() {
        // Given
        String draft = path(begin());

        // When
        delete(demo.educator(), draft, "\"7\"").then().statusCode(412);
        delete(demo.educator(), draft, null).then().statusCode(428);
        delete(demo.educator(), draft, "\"0\"").then().statusCode(204);

        // Then
        ReferralMother.get(demo.educator(), draft).then().statusCode(404);
    }

    @Test
    void shouldTellNobodyOfADraft() throws SQLException {
        // Given
        EventCounter counter = new EventCounter(database);
        String id = begin().path("id");

        // When
        put(demo.educator(), DRAFTS + "/" + id, ReferralMother.form(), "\"0\"")
                .then()
                .statusCode(200);

        // Then
        assertThat(counter.of(UUID.fromString(id))).isZero();
        ReferralMother.get(demo.coordinator(), "/api/v1/referrals?limit=200")
                .then()
                .body("items.id", not(hasItem(id)))
                .body("items.state", not(hasItem("DRAFT")));
    }

    @Test
    void shouldForgetADraftAfterThirtyDays() {
        // Given
        Response begun = begin();
        String id = begun.path("id");
        clock.advance(Duration.ofDays(29));
        ReferralMother.get(demo.educator(), path(begun)).then().statusCode(200);

        // When
        clock.advance(Duration.ofDays(1));

        // Then
        ReferralMother.get(demo.educator(), path(begun)).then().statusCode(404);
        submit(path(begun), "late-" + id).then().statusCode(404);
        ReferralMother.get(demo.educator(), DRAFTS).then().statusCode(200).body("items.id", not(hasItem(id)));
    }

    @Test
    void shouldDeleteAForgottenDraftThoughNobodyComesBy() {
        // Given
        UUID forgotten = UUID.fromString(begin().path("id"));
        Response touched = begin();
        clock.advance(Duration.ofDays(20));
        put(demo.educator(), path(touched), ReferralMother.form(), "\"0\"")
                .then()
                .statusCode(200);

        // When
        clock.advance(Duration.ofDays(11));

        // Then
        await().until(() -> drafts(forgotten) == 0);
        assertThat(drafts(UUID.fromString(touched.path("id")))).isEqualTo(1);
    }

    @Test
    void shouldPageThroughOnesOwnDrafts() {
        // Given
        String older = begin().path("id");
        String newer = begin().path("id");

        // When
        Response first = ReferralMother.get(demo.educator(), DRAFTS + "?limit=1");
        Response second = ReferralMother.get(demo.educator(), DRAFTS + "?limit=1&cursor=" + first.path("next"));

        // Then
        first.then().body("items.id", contains(newer));
        second.then().body("items.id", contains(older));
    }

    @Test
    void shouldHideDraftsFromTheOtherDistrictInTheDatabaseItself() throws SQLException {
        // Given
        begin();

        // When
        try (Connection app = database.connectAsApp();
                Statement sql = app.createStatement()) {
            sql.execute("select set_config('footbridge.tenant', '" + DemoTokens.EASTFIELD + "', false)");
            try (var rows = sql.executeQuery(
                    "select count(*) from referral_draft where tenant_id = '" + DemoTokens.PRAIRIE_VIEW + "'")) {
                rows.next();

                // Then
                assertThat(rows.getInt(1)).isZero();
            }
        }
    }

    private Response begin() {
        Response begun = ReferralMother.post(demo.educator(), DRAFTS, ReferralMother.form(), null);
        begun.then().statusCode(201);
        return begun;
    }

    private Response submit(String draft, String key) {
        return given().auth()
                .oauth2(demo.educator().sign())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .post(draft + "/submit");
    }

    private static Response put(TokenBuilder who, String draft, Map<String, ?> form, String etag) {
        var request =
                given().auth().oauth2(who.sign()).contentType(ContentType.JSON).body(form);
        return (etag == null ? request : request.header("If-Match", etag)).put(draft);
    }

    private static Response delete(TokenBuilder who, String draft, String etag) {
        var request = given().auth().oauth2(who.sign());
        return (etag == null ? request : request.header("If-Match", etag)).delete(draft);
    }

    private static String path(Response begun) {
        return DRAFTS + "/" + begun.path("id");
    }

    private long drafts(UUID id) {
        try {
            return new EventCounter(database).query("select count(*) from referral_draft where id = ?", id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
