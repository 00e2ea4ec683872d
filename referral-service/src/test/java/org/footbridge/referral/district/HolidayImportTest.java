package org.footbridge.referral.district;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.referral.TestDistrict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holidays of a district out of a calendar file. */
@QuarkusTest
class HolidayImportTest {
    private static final String FILE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//District//EN
            BEGIN:VEVENT
            UID:1
            DTSTART;VALUE=DATE:20261126
            DTEND;VALUE=DATE:20261128
            SUMMARY:Thanksgiving
            END:VEVENT
            END:VCALENDAR
            """;

    DemoTokens demo;

    private TestDistrict district;

    @BeforeEach
    void open() {
        district = TestDistrict.open(demo);
    }

    @Test
    void shouldReplaceTheDaysOfTheSpanAndNoOthers() {
        // Given
        set(Map.of(
                "holidays",
                List.of(day("2026-09-07", "Labor Day"), day("2026-11-25", "Old"), day("2026-11-26", "Old"))));

        // When
        Response answer = post(district.admin().header("If-Match", etag()), FILE, "from=2026-11-01&to=2026-12-31");

        // Then
        answer.then()
                .statusCode(200)
                .header("ETag", etag())
                .body("dryRun", equalTo(false))
                .body("events", equalTo(1))
                .body("added", equalTo(1))
                .body("renamed", equalTo(1))
                .body("removed", equalTo(1))
                .body("unchanged", equalTo(0))
                .body("days.date", contains("2026-11-26", "2026-11-27"));
        read().then()
                .body("calendar.holidays.date", contains("2026-09-07", "2026-11-26", "2026-11-27"))
                .body("calendar.holidays.name", contains("Labor Day", "Thanksgiving", "Thanksgiving"));
    }

    @Test
    void shouldChangeNothingTheSecondTime() {
        // Given
        post(district.admin().header("If-Match", etag()), FILE, "from=2026-11-01&to=2026-12-31");
        String version = etag();

        // When
        Response again = post(district.admin().header("If-Match", version), FILE, "from=2026-11-01&to=2026-12-31");

        // Then
        again.then()
                .statusCode(200)
                .header("ETag", version)
                .body("unchanged", equalTo(2))
                .body("added", equalTo(0));
        read().then().body("calendar.holidays", hasSize(2));
    }

    @Test
    void shouldOnlyTellWhatADryRunWouldChange() {
        // Given
        String version = etag();

        // When
        Response answer = post(district.admin(), FILE, "from=2026-11-01&to=2026-12-31&dryRun=true");

        // Then
        answer.then().statusCode(200).body("dryRun", equalTo(true)).body("added", equalTo(2));
        read().then().header("ETag", version).body("calendar.holidays", empty());
    }

    @Test
    void shouldKeepPublicHolidaysApart() {
        // Given
        set(Map.of("publicHolidays", List.of(day("2026-11-26", "Thanksgiving Day"))));

        // When
        post(district.admin().header("If-Match", etag()), FILE, "from=2026-11-01&to=2026-12-31");

        // Then
        read().then()
                .body("calendar.publicHolidays.name", contains("Thanksgiving Day"))
                .body("calendar.holidays", hasSize(2));
        post(district.admin().header("If-Match", etag()), FILE, "from=2026-11-01&to=2026-12-31&kind=PUBLIC")
                .then()
                .body("added", equalTo(1))
                .body("renamed", equalTo(1));
    }

    @Test
    void shouldNameEveryBadLineAndChangeNothing() {
        // Given
        String version = etag();
        String bad = FILE.replace("DTSTART;VALUE=DATE:20261126", "DTSTART;VALUE=DATE:tomorrow");

        // When
        Response answer = post(district.admin().header("If-Match", version), bad, "from=2026-11-01&to=2026-12-31");

        // Then
        answer.then().statusCode(422).body("type", endsWith("invalid")).body("errors.pointer", contains("/lines/6"));
        read().then().header("ETag", version);
    }

    @Test
    void shouldNeedASpanAndAVersion() {
        RequestSpecification admin = district.admin().header("If-Match", etag());

        post(admin, FILE, "kind=SCHOOL")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query/from", "query/to"));
        post(district.admin().header("If-Match", etag()), FILE, "from=2026-12-01&to=2026-11-01")
                .then()
                .statusCode(400);
        post(district.admin().header("If-Match", etag()), FILE, "from=2026-11-01&to=2036-11-01")
                .then()
                .statusCode(400);
        post(district.admin().header("If-Match", etag()), FILE, "from=2026-11-01&to=2026-12-01&kind=MOON")
                .then()
                .statusCode(400);
        post(district.admin(), FILE, "from=2026-11-01&to=2026-12-31").then().statusCode(428);
        post(district.admin().header("If-Match", "\"99\""), FILE, "from=2026-11-01&to=2026-12-31")
                .then()
                .statusCode(412);
    }

    @Test
    void shouldRefuseEverybodyElse() {
        TestDistrict other = TestDistrict.open(demo);
        String span = "from=2026-11-01&to=2026-12-31&dryRun=true";

        post(given(), FILE, span).then().statusCode(401);
        post(district.coordinator(), FILE, span).then().statusCode(403);
        post(other.admin(), FILE, span).then().statusCode(404);
        given().auth()
                .oauth2(district.person("stf-9001@example.edu", "district_admin")
                        .sign())
                .contentType("application/json")
                .body("{}")
                .post(path() + "?" + span)
                .then()
                .statusCode(415);
    }

    @Test
    void shouldRefuseHolidaysTwiceAndLinesThatCannotBeReached() {
        district.admin()
                .contentType("application/merge-patch+json")
                .header("If-Match", etag())
                .body(Map.of(
                        "calendar",
                        Map.of("publicHolidays", List.of(day("2026-11-26", "A"), day("2026-11-26", "B"))),
                        "crisisLines",
                        List.of(Map.of("name", "Mobile crisis team"))))
                .patch(districtPath())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/calendar/publicHolidays/1/date", "/crisisLines/0"));
        assertThat(read().path("crisisLines").toString()).isEqualTo("[]");
    }

    private static Map<String, String> day(String date, String name) {
        return Map.of("date", date, "name", name);
    }

    private String districtPath() {
        return "/api/v1/districts/" + district.id();
    }

    private String path() {
        return districtPath() + "/holidays/import";
    }

    private Response read() {
        return district.admin().get(districtPath());
    }

    private String etag() {
        return read().header("ETag");
    }

    private void set(Map<String, ?> calendar) {
        district.admin()
                .contentType("application/merge-patch+json")
                .header("If-Match", etag())
                .body(Map.of("calendar", calendar))
                .patch(districtPath())
                .then()
                .statusCode(200);
    }

    private Response post(RequestSpecification as, String file, String query) {
        return as.contentType("text/calendar").body(file.getBytes(UTF_8)).post(path() + "?" + query);
    }
}
