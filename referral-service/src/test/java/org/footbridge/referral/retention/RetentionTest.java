package org.footbridge.referral.retention;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.Bus;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is old enough is destroyed, unless something holds it back; that it was, and whom it went to, stays. */
@QuarkusTest
class RetentionTest {
    private static final String RETENTION = "/api/v1/districts/" + DemoTokens.PRAIRIE_VIEW + "/retention";
    private static final String HOLDS = "/api/v1/students/" + World.STUDENT + "/legal-holds";

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() throws SQLException {
        World.fill(database);
        mother = new ReferralMother(demo);
        sql("update legal_hold set lifted_at = now(), lifted_by = 'test' where lifted_at is null");
        sql("update access_request set state = 'WITHDRAWN', closed_at = now() where state = 'OPEN'");
        sql("update referral set closed_at = now() where closed_at < now() - interval '1 year'");
        set("REFERRAL_SERVED", "CLOSED", 7);
    }

    @Test
    void shouldDestroyWhatAReferralSaysAndKeepThatItWas() throws SQLException {
        // Given
        Made made = old(mother.completed());
        ReferralMother.get(demo.agencyStaff(), made.placementPath()).then().statusCode(200);
        mother.file(made);

        // When
        purge().then().body("purged", greaterThan(0)).body("more", equalTo(false));

        // Then
        Response left = ReferralMother.get(demo.coordinator(), made.referralPath());
        left.then()
                .statusCode(200)
                .body("state", equalTo("COMPLETED"))
                .body("outcome", equalTo("SERVED_IMPROVED"))
                .body("form.description", nullValue())
                .body("form.concerns", empty())
                .body("homeLanguage", nullValue());
        assertThat(left.asString()).doesNotContain(World.CANARY);
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/history")
                .then()
                .body("items[-1].reasonCode", equalTo("PURGED"))
                .body("items.note", everyItem(nullValue()));
        ReferralMother.get(demo.agencyStaff(), made.placementPath()).then().statusCode(403);
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/attachments")
                .then()
                .body("items", empty());
        assertThat(count("select count(*) from disclosed_record where placement_id = '" + made.placement() + "'"))
                .isZero();
        assertThat(count("select count(*) from disclosure where placement_id = '" + made.placement() + "'"))
                .isGreaterThanOrEqualTo(2);
        purge().then().body("purged", equalTo(0));
    }

    @Test
    void shouldTellTheBusThatItIsGone() throws SQLException {
        // Given
        Made made = old(mother.completed());
        int before = count("select last from aggregate_sequence where subject = '" + made.referral() + "'");

        // When
        purge().then().statusCode(200);

        // Then
        List<Bus.Relayed> events = Bus.eventsOf("footbridge.referral.v1", made.referral(), before + 1);
        assertThat(events.getLast().type()).isEqualTo("org.footbridge.referral.purged.v1");
        assertThat(events.getLast().data()).contains("COMPLETED").doesNotContain(World.CANARY, "\"homeLanguage\"");
    }

    @Test
    void shouldDestroyNothingThatIsHeld() throws SQLException {
        // Given
        Made made = old(mother.completed());
        Response hold = post(demo.districtAdmin(), HOLDS, Map.of("reason", "Case 26-1042"), null);
        hold.then().statusCode(201).header("ETag", "\"0\"");

        // When, then
        report().then().body("lines[0].due", equalTo(0)).body("lines[0].heldBack", greaterThan(0));
        purge().then().body("purged", equalTo(0));
        String path = HOLDS + "/" + hold.path("id");
        post(demo.districtAdmin(), path + "/lift", Map.of(), null).then().statusCode(428);
        post(demo.districtAdmin(), path + "/lift", Map.of(), "\"3\"").then().statusCode(412);
        post(demo.districtAdmin(), path + "/lift", Map.of(), "\"0\"").then().statusCode(200);
        post(demo.districtAdmin(), path + "/lift", Map.of(), "\"1\"").then().statusCode(409);
        ReferralMother.get(demo.districtAdmin(), HOLDS).then().body("items.id", hasItem((String) hold.path("id")));
        String access = "/api/v1/students/" + World.STUDENT + "/access-requests";
        post(demo.guardian(), access, Map.of(), null).then().statusCode(201);
        report().then().body("lines[0].due", equalTo(0)).body("lines[0].heldBack", greaterThan(0));
        purge().then().body("purged", equalTo(0));
        assertThat(count("select count(*) from referral where id = '" + made.referral() + "' and purged_at is null"))
                .isEqualTo(1);
    }

    @Test
    void shouldSeeAHoldThatIsBeingPlacedWhileItDestroys() throws SQLException {
        // Given
        Made made = old(mother.completed());
        try (Connection placing = database.connectAsSuperuser();
                Statement statement = placing.createStatement()) {
            placing.setAutoCommit(false);
            statement.execute("""
                    insert into legal_hold (id, tenant_id, student_id, reason, placed_by, placed_at, version)
                    values (uuidv7(), '%s', '%s', 'Case 26-1043', 'counsel', now(), 0)""".formatted(DemoTokens.PRAIRIE_VIEW, World.STUDENT));

            // When
            CompletableFuture<Response> purging = CompletableFuture.supplyAsync(this::purge);
            await().until(() -> count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and query like '%order by p.id for update%'")
                    > 0);
            placing.commit();

            // Then
            purging.join().then().body("purged", equalTo(0));
        }
        assertThat(count("select count(*) from referral where id = '" + made.referral() + "' and purged_at is null"))
                .isEqualTo(1);
    }

    @Test
    void shouldCountFromTheTriggerOfThePolicy() throws SQLException {
        // Given
        Made made = old(mother.completed());

        // When, then
        assertThat(due("REFERRAL_SERVED", "CLOSED", 9)).isZero();
        assertThat(due("REFERRAL_SERVED", "CLOSED", 7)).isPositive();
        assertThat(due("REFERRAL_NOT_SERVED", "CLOSED", 7)).isZero();
        assertThat(due("REFERRAL_SERVED", "EXIT", 1)).isZero();
        assertThat(due("REFERRAL_SERVED", "AGE", 1)).isZero();
        sql("update referral set student_id = '%s' where id = '%s'".formatted(World.STUDENT_OF_AGE, made.referral()));
        assertThat(due("REFERRAL_SERVED", "AGE", 1)).isPositive();
        assertThat(due("REFERRAL_SERVED", "AGE", 30)).isZero();
    }

    @Test
    void shouldDestroyNothingByReportingIt() throws SQLException {
        // Given
        Made made = old(mother.completed());

        // When
        report().then().statusCode(200).body("lines[0].due", greaterThan(0));

        // Then
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("form.concerns", hasItem("ANXIETY"));
    }

    @Test
    void shouldLeaveNoOtherWayToDestroy() throws SQLException {
        // Given
        mother.sent();

        // When, then
        try (Connection app = database.connectAsApp();
                Statement sql = app.createStatement()) {
            sql.execute("select set_config('footbridge.tenant', '" + DemoTokens.PRAIRIE_VIEW + "', false)");
            sql.execute("select set_config('footbridge.purging', 'on', false)");
            for (String table : List.of("disclosed_record", "transition", "disclosure", "access_log")) {
                assertThatThrownBy(() -> sql.execute("delete from " + table))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
        try (Connection owner = database.connectAsOwner();
                Statement sql = owner.createStatement()) {
            sql.execute("select set_config('footbridge.purging', 'on', false)");
            for (String table : List.of("disclosure", "access_log")) {
                assertThatThrownBy(() -> sql.execute("delete from " + table))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("never changed");
            }
        }
    }

    @Test
    void shouldBeTheDistrictsAlone() {
        // When, then
        for (TokenBuilder other : List.of(demo.coordinator(), demo.educator(), demo.agencyStaff())) {
            ReferralMother.get(other, RETENTION).then().statusCode(403);
            post(other, RETENTION + "/purge", Map.of(), null).then().statusCode(403);
            post(other, HOLDS, Map.of("reason", "x"), null).then().statusCode(403);
        }
        ReferralMother.get(demo.otherDistrictAdmin(), RETENTION).then().statusCode(404);
        post(demo.otherDistrictAdmin(), RETENTION + "/purge", Map.of(), null)
                .then()
                .statusCode(404);
        post(demo.otherDistrictAdmin(), HOLDS, Map.of("reason", "x"), null)
                .then()
                .statusCode(404);
    }

    @Test
    void shouldNameWhatIsWrongWithPolicies() {
        // When, then
        put(policies("REFERRAL_SERVED", "CLOSED", 0), etag())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/policies/0/years"));
        Map<String, Object> policy = Map.of("recordClass", "REFERRAL_SERVED", "trigger", "CLOSED", "years", 7);
        put(Map.of("policies", List.of(policy, policy)), etag())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/policies/1/recordClass"));
        put(policies("REFERRAL_SERVED", "CLOSED", 7), "\"0\"").then().statusCode(412);
        put(policies("REFERRAL_SERVED", "CLOSED", 7), null).then().statusCode(428);
        post(demo.districtAdmin(), HOLDS, Map.of("reason", " "), null).then().statusCode(422);
    }

    private Made old(Made made) throws SQLException {
        sql("update referral set closed_at = now() - interval '8 years' where id = '" + made.referral() + "'");
        return made;
    }

    private int due(String recordClass, String trigger, int years) {
        set(recordClass, trigger, years);
        return report().then().statusCode(200).extract().path("lines[0].due");
    }

    private void set(String recordClass, String trigger, int years) {
        put(policies(recordClass, trigger, years), etag()).then().statusCode(200);
    }

    private static Map<String, Object> policies(String recordClass, String trigger, int years) {
        return Map.of("policies", List.of(Map.of("recordClass", recordClass, "trigger", trigger, "years", years)));
    }

    private String etag() {
        return ReferralMother.etag(demo.districtAdmin(), RETENTION);
    }

    private Response put(Map<String, ?> document, String etag) {
        var request = given().auth()
                .oauth2(demo.districtAdmin().sign())
                .contentType("application/json")
                .body(document);
        return (etag == null ? request : request.header("If-Match", etag)).put(RETENTION);
    }

    private Response report() {
        return ReferralMother.get(demo.districtAdmin(), RETENTION + "/report");
    }

    private Response purge() {
        return post(demo.districtAdmin(), RETENTION + "/purge", Map.of(), null);
    }

    private static Response post(TokenBuilder who, String path, Map<String, ?> body, String etag) {
        return ReferralMother.post(who, path, body, etag);
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
