package org.footbridge.referral.concern;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.Bus;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody leaves a concern without a name; a coordinator looks at it, and makes it a referral or lets it rest. */
@QuarkusTest
class ConcernTest {
    private static final String CONCERNS = "/api/v1/concerns";
    private static final String CODES = CONCERNS + "/codes";

    TestDatabase database;
    DemoTokens demo;

    private String code;

    @BeforeEach
    void fill() {
        World.fill(database);
        code = code(World.SCHOOL);
    }

    @Test
    void shouldAnswerNothingButAReceiptAndWhomToCall() {
        // When
        Response left = leave(form());

        // Then
        left.then().statusCode(202).body("crisis.lines.call", hasItem("988")).body("crisis.now", notNullValue());
        Map<String, Object> members = left.path("$");
        assertThat(members).containsOnlyKeys("receipt", "crisis");
        String receipt = left.path("receipt");
        assertThat(receipt).matches("[0-9A-HJKMNP-TV-Z]{10}");
        ReferralMother.get(demo.coordinator(), CONCERNS)
                .then()
                .body("items.find { it.receipt == '" + receipt + "' }.who", equalTo("A girl in grade 5"))
                .body("items.find { it.receipt == '" + receipt + "' }.state", equalTo("OPEN"));
    }

    @Test
    void shouldBecomeAReferralInTheHandsOfACoordinator() {
        // Given
        String path = CONCERNS + "/" + left(form());

        // When
        Response referred = post(path + "/refer", Map.of("studentId", World.STUDENT, "urgency", "CRISIS"), "\"0\"");

        // Then
        referred.then()
                .statusCode(200)
                .body("state", equalTo("REFERRED"))
                .body("referralId", notNullValue())
                .body("what", nullValue());
        ReferralMother.get(demo.coordinator(), "/api/v1/referrals/" + referred.path("referralId"))
                .then()
                .body("form.description", equalTo(form().get("what")))
                .body("form.location", equalTo("At the bus stop"))
                .body("form.identified", equalTo("PEER"));
        post(path + "/refer", Map.of("studentId", World.STUDENT, "urgency", "CRISIS"), "\"0\"")
                .then()
                .statusCode(412);
        post(path + "/dismiss", Map.of("code", "SPAM"), "\"1\"").then().statusCode(409);
        post(path + "/dismiss", Map.of("code", "SPAM"), null).then().statusCode(428);
    }

    @Test
    void shouldHoldTheRulesOfTheReferralForm() {
        // Given
        String path = CONCERNS + "/" + left(form());

        // When
        Response refused = post(path + "/refer", Map.of("urgency", "ROUTINE"), "\"0\"");

        // Then
        refused.then().statusCode(422).body("errors.pointer", contains("/concerns", "/studentId"));
        ReferralMother.get(demo.coordinator(), path).then().statusCode(200).header("ETag", "\"0\"");
    }

    @Test
    void shouldDeleteTheWordsOfWhatIsDismissed() throws SQLException {
        // Given
        String id = left(form());

        // When
        Response dismissed = post(CONCERNS + "/" + id + "/dismiss", Map.of("code", "UNCLEAR"), "\"0\"");

        // Then
        dismissed.then().statusCode(200).body("state", equalTo("DISMISSED")).body("dismissal", equalTo("UNCLEAR"));
        assertThat(count("select count(*) from left_concern where id = '" + id
                        + "' and num_nonnulls(who, place, what) > 0"))
                .isZero();
        ReferralMother.get(demo.coordinator(), CONCERNS).then().body("items.id", not(hasItem(id)));
        post(CONCERNS + "/" + left(form()) + "/dismiss", Map.of("code", "BORING"), "\"0\"")
                .then()
                .statusCode(422);
    }

    @Test
    void shouldForgetWhatNobodyHasLookedAt() throws SQLException {
        // Given
        String id = left(form());

        // When
        sql("update left_concern set expires_at = now() - interval '1 minute' where id = '" + id + "'");
        sql("update work_queue set due_at = now() where kind = 'concern-expiry' and id = '" + id + "'");

        // Then
        await().until(() -> count("select count(*) from left_concern where id = '" + id + "'") == 0);
        assertThat(count("select count(*) from left_concern_tenant where concern_id = '" + id + "'"))
                .isZero();
        ReferralMother.get(demo.coordinator(), CONCERNS + "/" + id).then().statusCode(404);
        ReferralMother.get(demo.coordinator(), CONCERNS).then().statusCode(200).body("items.id", not(hasItem(id)));
    }

    @Test
    void shouldTellTheCoordinatorsThatItIsThereAndNothingOfIt() throws SQLException {
        // Given
        sql("update left_concern set received_at = received_at - interval '1 day' where state = 'OPEN'");

        // When
        String id = left(form());
        String next = left(form());

        // Then
        Bus.Relayed event =
                Bus.eventsOf("footbridge.referral.v1", UUID.fromString(id), 1).getFirst();
        assertThat(event.type()).isEqualTo("org.footbridge.concern.left.v1");
        assertThat(event.data()).contains(id, World.SCHOOL.toString()).doesNotContain(World.CANARY, "grade 5", code);
        List<Response> answers = List.of(resolve(id), resolve(next));
        assertThat(answers)
                .extracting(answer ->
                        answer.<List<Boolean>>path("recipients.allowed").contains(true))
                .containsExactlyInAnyOrder(true, false);
        answers.forEach(answer -> answer.then()
                .statusCode(200)
                .body("recipients.role", everyItem(equalTo("COORDINATOR")))
                .body("recipients", not(empty()))
                .body("schoolContact.name", nullValue()));
        post(CONCERNS + "/" + id + "/dismiss", Map.of("code", "SPAM"), "\"0\"");
        resolve(id).then().body("recipients.reason", hasItem("decided")).body("recipients.allowed", not(hasItem(true)));
        resolve(UUID.randomUUID().toString()).then().statusCode(404);
    }

    @Test
    void shouldTellOfEachQuarterOfAnHourHoweverSteadilyTheyCome() throws SQLException {
        // Given
        List<String> left = List.of(left(form()), left(form()), left(form()));
        List<String> times = List.of("10:13", "10:16", "10:20");
        for (int i = 0; i < times.size(); i++) {
            sql("update left_concern set received_at = '2001-03-05T" + times.get(i) + ":00Z' where id = '" + left.get(i)
                    + "'");
        }

        // When
        List<Response> answers = left.stream().map(this::resolve).toList();

        // Then
        assertThat(answers)
                .extracting(answer ->
                        answer.<List<Boolean>>path("recipients.allowed").contains(true))
                .containsExactly(true, true, false);
    }

    private Response resolve(String concern) {
        Map<String, Object> question =
                Map.of("eventId", UUID.randomUUID(), "type", "concern.left.v1", "referralId", concern);
        return ReferralMother.post(demo.internalService(), "/internal/v1/recipients/resolve", question, null);
    }

    @Test
    void shouldNameWhatIsWrongAndStillSayWhomToCall() {
        // Given
        Map<String, Object> form = form();
        form.put("code", "00000000");

        // When, then
        leave(form)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/code"))
                .body("detail", containsString("988"));
        leave(Map.of()).then().statusCode(422).body("errors.pointer", contains("/code", "/what", "/who"));
        form.put("what", "x".repeat(2001));
        leave(form).then().statusCode(422).body("errors.pointer", contains("/what"));
        form.put("what", "a\u0000b");
        leave(form).then().statusCode(422).body("errors.code", contains("plain-text"));
        form.put("email", "x");
        leave(form).then().statusCode(400);
    }

    @Test
    void shouldTakeTextOfEveryScript() {
        // Given
        Map<String, Object> form = form();
        form.put("what", "\u202Eהיא עצובה \uD83D\uDE22\tand\nmore");

        // When
        String id = left(form);

        // Then
        ReferralMother.get(demo.coordinator(), CONCERNS + "/" + id).then().body("what", equalTo(form.get("what")));
    }

    @Test
    void shouldMarkWhatAMachineSeemsToHaveWrittenAndKeepIt() {
        // Given
        Map<String, Object> trapped = form();
        trapped.put("website", "https://example.com");
        Map<String, Object> links = form();
        links.put("what", "https://a.example https://b.example http://c.example");

        // When, then
        for (Map<String, Object> form : List.of(trapped, links)) {
            ReferralMother.get(demo.coordinator(), CONCERNS + "/" + left(form))
                    .then()
                    .body("suspect", equalTo(true));
        }
        ReferralMother.get(demo.coordinator(), CONCERNS + "/" + left(form()))
                .then()
                .body("suspect", equalTo(false));
    }

    @Test
    void shouldNotBeFloodedWithConcerns() throws SQLException {
        // Given
        Map<String, Object> form = form();
        form.put("code", code(World.OTHER_SCHOOL));
        sql("""
                insert into left_concern (id, tenant_id, school_id, receipt, who, what, suspect, state, received_at, expires_at, version)
                select gen_random_uuid(), '%s', '%s', 'R', 'w', 'w', false, 'OPEN', now(), now() + interval '1 day', 0
                from generate_series(1, %d)""".formatted(DemoTokens.PRAIRIE_VIEW, World.OTHER_SCHOOL, LeaveService.MOST_IN_AN_HOUR));

        // When
        Response refused = leave(form);

        // Then
        refused.then().statusCode(429).header("Retry-After", "3600").body("detail", containsString("988"));
        sql("delete from left_concern where school_id = '" + World.OTHER_SCHOOL + "'");
        leave(form).then().statusCode(202);
    }

    @Test
    void shouldTakeNothingWithACodeThatWasTakenBack() {
        // When
        given().auth()
                .oauth2(demo.coordinator().sign())
                .delete(CODES + "/" + code)
                .then()
                .statusCode(204);

        // Then
        leave(form()).then().statusCode(422);
        ReferralMother.get(demo.coordinator(), CODES + "?limit=200").then().body("items.code", not(hasItem(code)));
        post(CODES, Map.of("schoolId", World.FOREIGN_SCHOOL), null).then().statusCode(422);
    }

    @Test
    void shouldShowConcernsToTheCoordinatorsOfTheSchoolOnly() {
        // Given
        String id = left(form());

        // When, then
        ReferralMother.get(demo.otherDistrictCoordinator(), CONCERNS)
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
        ReferralMother.get(demo.otherDistrictCoordinator(), CONCERNS + "/" + id)
                .then()
                .statusCode(404);
        ReferralMother.get(demo.educator(), CONCERNS + "/" + id).then().statusCode(403);
        ReferralMother.get(demo.districtAdmin(), CONCERNS).then().statusCode(403);
        ReferralMother.get(demo.educator().roles("coordinator"), CONCERNS + "/" + id)
                .then()
                .statusCode(404);
        given().get(CONCERNS).then().statusCode(401);
        String page = "?limit=1";
        left(form());
        String next = ReferralMother.get(demo.coordinator(), CONCERNS + page).path("next");
        ReferralMother.get(demo.coordinator(), CONCERNS + page + "&cursor=" + next)
                .then()
                .statusCode(200);
    }

    private Map<String, Object> form() {
        Map<String, Object> form = new HashMap<>();
        form.put("code", code.toLowerCase(Locale.ROOT));
        form.put("who", "A girl in grade 5");
        form.put("where", "At the bus stop");
        form.put("what", "She says nobody would miss her, " + World.CANARY);
        return form;
    }

    private String code(UUID school) {
        return post(CODES, Map.of("schoolId", school), null)
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private String left(Map<String, ?> form) {
        String receipt = leave(form).then().statusCode(202).extract().path("receipt");
        return ReferralMother.get(demo.coordinator(), CONCERNS + "?limit=200")
                .path("items.find { it.receipt == '" + receipt + "' }.id");
    }

    private static Response leave(Map<String, ?> form) {
        return given().contentType("application/json").body(form).post(CONCERNS);
    }

    private Response post(String path, Map<String, ?> body, String etag) {
        return ReferralMother.post(demo.coordinator(), path, body, etag);
    }

    private void sql(String statement) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement()) {
            sql.execute(statement);
        }
    }

    private int count(String query) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
