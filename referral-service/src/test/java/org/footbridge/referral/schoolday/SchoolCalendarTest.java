package org.footbridge.referral.schoolday;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.EventCounter;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a school differs from its district. */
@QuarkusTest
class SchoolCalendarTest {
    private static final String PATH = "/api/v1/schools/" + World.SCHOOL + "/calendar";
    private static final String OTHER = "/api/v1/schools/" + World.OTHER_SCHOOL + "/calendar";
    private static final String SPAN = "from=2026-10-01&to=2026-10-31";
    private static final String FILE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//School//EN
            BEGIN:VEVENT
            UID:1
            DTSTART;VALUE=DATE:20261005
            DTEND;VALUE=DATE:20261008
            SUMMARY:Flood
            END:VEVENT
            END:VCALENDAR
            """;

    TestDatabase database;
    DemoTokens demo;

    @BeforeEach
    void fill() {
        World.fill(database);
        remove();
    }

    @AfterEach
    void remove() {
        World.run(database, "delete from school_calendar where tenant_id = '" + DemoTokens.PRAIRIE_VIEW + "'");
    }

    @Test
    void shouldKeepWhatTheAdministratorOrACoordinatorSets() {
        // Given
        ReferralMother.get(demo.educator(), PATH)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("closures", empty())
                .body("openDays", empty());

        // When
        set(demo.districtAdmin(), document("2026-10-02"), "\"0\"").then().statusCode(200);
        Response again = set(demo.coordinator(), document("2026-10-05"), "\"1\"");

        // Then
        again.then().statusCode(200).header("ETag", "\"2\"").body("closures.date", contains("2026-10-05"));
        ReferralMother.get(demo.educator(), PATH).then().body("openDays.date", contains("2026-10-10"));
        set(demo.coordinator(), document("2026-10-05"), "\"2\"").then().header("ETag", "\"2\"");
    }

    @Test
    void shouldRefuseOldVersionsAndDaysThatStandTwice() {
        set(demo.coordinator(), document("2026-10-10"), "\"0\"")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/openDays/0/date"));
        set(demo.coordinator(), document("2026-10-02"), "\"7\"").then().statusCode(412);
        set(demo.coordinator(), document("2026-10-02"), null).then().statusCode(428);
        set(demo.coordinator(), Map.of("closures", List.of(Map.of("date", "soon", "name", "x"))), "\"0\"")
                .then()
                .statusCode(400);
    }

    @Test
    void shouldRefuseEverybodyElse() {
        given().get(PATH).then().statusCode(401);
        set(demo.educator(), document("2026-10-02"), "\"0\"").then().statusCode(403);
        set(ReferralMother.etag(demo.coordinator(), OTHER), demo.districtAdmin(), OTHER)
                .then()
                .statusCode(200);
        ReferralMother.get(demo.otherDistrictCoordinator(), PATH).then().statusCode(404);
        set(demo.otherDistrictCoordinator(), document("2026-10-02"), "\"0\"")
                .then()
                .statusCode(404);
        post(demo.otherDistrictCoordinator(), "\"0\"", "").then().statusCode(404);
        post(demo.educator(), "\"0\"", "").then().statusCode(403);
        ReferralMother.get(demo.agencyStaff(), PATH).then().statusCode(403);
    }

    @Test
    void shouldImportClosuresAndKeepOpenDays() {
        // Given
        set(demo.coordinator(), days(List.of("2026-09-30", "2026-10-01"), List.of("2026-10-07")), "\"0\"");

        // When
        Response dry = post(demo.coordinator(), null, "&dryRun=true");
        Response done = post(demo.coordinator(), "\"1\"", "");

        // Then
        dry.then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("added", equalTo(3))
                .body("removed", equalTo(1));
        done.then().statusCode(200).header("ETag", "\"2\"");
        ReferralMother.get(demo.coordinator(), PATH)
                .then()
                .header("ETag", "\"2\"")
                .body("closures.date", contains("2026-09-30", "2026-10-05", "2026-10-06"))
                .body("openDays.date", contains("2026-10-07"));
        post(demo.coordinator(), "\"1\"", "").then().statusCode(412);
        post(demo.coordinator(), null, "").then().statusCode(428);
    }

    @Test
    void shouldTellEachDayAsClocksCountIt() {
        // Given: 2 October 2026 is a Friday
        set(demo.coordinator(), days(List.of("2026-10-02"), List.of("2026-10-03")), "\"0\"");

        // When
        Response listed = ReferralMother.get(demo.educator(), PATH + "/days?from=2026-10-01&to=2026-10-05");

        // Then
        listed.then()
                .statusCode(200)
                .body("items.schoolDay", contains(true, false, true, false, true))
                .body("items.businessDay", contains(true, true, false, false, true))
                .body("items.because", contains(null, "CLOSURE", "OPEN_DAY", "WEEKEND", null));
        ReferralMother.get(demo.educator(), PATH + "/days").then().statusCode(400);
        ReferralMother.get(demo.otherDistrictCoordinator(), PATH + "/days?from=2026-10-01&to=2026-10-05")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldCountTheSchoolsOwnRunningClocksAnew() throws SQLException {
        // Given
        Made made = new ReferralMother(demo).submitted();
        long before = storedDue(made.referral());
        List<String> week = IntStream.rangeClosed(1, 7)
                .mapToObj(day -> LocalDate.now().plusDays(day).toString())
                .toList();

        // When
        set(demo.coordinator(), days(week, List.of()), "\"0\"").then().statusCode(200);
        await().until(() -> storedDue(made.referral()) > before);
        set(demo.coordinator(), days(List.of(), List.of()), "\"1\"").then().statusCode(200);

        // Then
        await().until(() -> storedDue(made.referral()) == before);
    }

    @Test
    void shouldCountByTheNewSchoolsCalendarOnceTheStudentHasMoved() throws SQLException {
        // Given
        ReferralMother mother = new ReferralMother(demo);
        Made made = mother.submittedForTheMoving();
        long before = storedDue(made.referral());
        List<String> week = IntStream.rangeClosed(1, 7)
                .mapToObj(day -> LocalDate.now().plusDays(day).toString())
                .toList();
        put(demo.districtAdmin(), days(week, List.of()), "\"0\"", OTHER).then().statusCode(200);

        // When
        mother.step(
                demo.coordinator(), made.referralPath(), "move-to-school", Map.of("schoolId", World.OTHER_SCHOOL), 200);

        // Then
        assertThat(storedDue(made.referral())).isGreaterThan(before);
    }

    private long storedDue(UUID referral) throws SQLException {
        return new EventCounter(database)
                .query("select extract(epoch from due_at)::bigint from service_clock where referral_id = ?", referral);
    }

    private static Map<String, Object> document(String closure) {
        return days(List.of(closure), List.of("2026-10-10"));
    }

    private static Map<String, Object> days(List<String> closures, List<String> openDays) {
        return Map.of("closures", named(closures), "openDays", named(openDays));
    }

    private static List<Map<String, String>> named(List<String> days) {
        return days.stream().map(day -> Map.of("date", day, "name", "Own")).toList();
    }

    private Response set(TokenBuilder who, Map<String, ?> document, String etag) {
        return put(who, document, etag, PATH);
    }

    private Response set(String etag, TokenBuilder who, String path) {
        return put(who, days(List.of(), List.of()), etag, path);
    }

    private static Response put(TokenBuilder who, Map<String, ?> document, String etag, String path) {
        RequestSpecification request =
                given().auth().oauth2(who.sign()).contentType(ContentType.JSON).body(document);
        return (etag == null ? request : request.header("If-Match", etag)).put(path);
    }

    private static Response post(TokenBuilder who, String etag, String more) {
        RequestSpecification request =
                given().auth().oauth2(who.sign()).contentType("text/calendar").body(FILE.getBytes(UTF_8));
        return (etag == null ? request : request.header("If-Match", etag)).post(PATH + "/import?" + SPAN + more);
    }
}
