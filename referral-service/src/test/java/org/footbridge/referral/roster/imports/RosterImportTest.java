package org.footbridge.referral.roster.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.EventCounter;
import org.footbridge.referral.TestDistrict;
import org.footbridge.referral.roster.oneroster.RosterZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RosterImportTest {
    DemoTokens demo;
    TestDatabase database;

    @Test
    void shouldHoldTheStateThatTheStandardsExampleExpects() {
        // Given
        TestDistrict district = TestDistrict.open(demo);

        // When
        JsonPath job = district.importRoster(RosterZip.bulk());

        // Then
        expectCounts(job);
        district.grant("stf-9002@example.edu", "coordinator", null).statusCode(201);
        expect(district, "stu-1001", List.of("Prairie View Elementary, \"The Hawks\""), List.of("mnunez@example.org"));
        expect(
                district,
                "stu-1003",
                List.of("Prairie View High School", "Prairie View Elementary, \"The Hawks\""),
                Collections.singletonList(null));
        expect(district, "stu-1004", List.of("Prairie View High School"), List.of());
        district.coordinator()
                .get("/api/v1/students/" + district.student("stu-1002"))
                .then()
                .statusCode(200)
                .body("guardians.familyName", contains("Nguyễn", "Stone"))
                .body("guardians.relation", contains("parent", "relative"))
                .body("birthDate", equalTo("2010-02-28"))
                .body("referable", equalTo(true));
        district.coordinator()
                .get("/api/v1/students/" + district.student("stu-1005"))
                .then()
                .statusCode(200)
                .body("referable", equalTo(false))
                .body("needsHumanReview", equalTo(true))
                .body("minor", equalTo(true));
    }

    private static void expectCounts(JsonPath job) {
        assertThat(job.getString("state")).isEqualTo("APPLIED");
        assertThat(job.getInt("counts.rows.users")).isEqualTo(13);
        assertThat(job.getInt("counts.rows.enrollments")).isEqualTo(6);
        assertThat(job.getInt("counts.schools.added")).isEqualTo(2);
        assertThat(job.getInt("counts.students.added")).isEqualTo(5);
        assertThat(job.getInt("counts.staff.added")).isEqualTo(5);
        assertThat(job.getInt("counts.guardians.added")).isEqualTo(3);
        assertThat(job.getInt("counts.roles.added")).isEqualTo(15);
        assertThat(job.getInt("counts.guardianships.added")).isEqualTo(4);
    }

    private static void expect(TestDistrict district, String student, List<String> schools, List<String> mails) {
        JsonPath found = district.coordinator()
                .get("/api/v1/students/" + district.student(student))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(found.getList("schools.name")).isEqualTo(schools);
        assertThat(found.getList("guardians.email")).isEqualTo(mails);
    }

    @Test
    void shouldChangeAndPublishNothingWhenAPackageIsReplayed() throws SQLException {
        // Given
        TestDistrict district = TestDistrict.withRoster(demo);
        long before = new EventCounter(database).ofDistrict(district.id());

        // When
        JsonPath job = district.importRoster(RosterZip.bulk());

        // Then
        assertThat(job.getString("state")).isEqualTo("APPLIED");
        for (String kind : List.of("schools", "students", "staff", "guardians", "roles", "guardianships")) {
            assertThat(job.getMap("counts." + kind)).isEqualTo(Map.of("added", 0, "changed", 0, "withdrawn", 0));
        }
        assertThat(new EventCounter(database).ofDistrict(district.id())).isEqualTo(before);
    }

    @Test
    void shouldPublishOneEventForEachSchoolAndMemberOfStaff() throws SQLException {
        // Given
        TestDistrict district = TestDistrict.open(demo);

        // When
        district.importRoster(RosterZip.bulk());

        // Then: the district, two schools, five members of staff
        assertThat(new EventCounter(database).ofDistrict(district.id())).isEqualTo(8);
    }

    @Test
    void shouldWithdrawAndKeepWhoIsAbsentAndTakeThemBack() {
        // Given
        TestDistrict district = TestDistrict.withRoster(demo);
        String student = district.student("stu-1004");

        // When
        JsonPath job = district.importRoster(without("stu-1004"));

        // Then
        assertThat(job.getInt("counts.students.withdrawn")).isEqualTo(1);
        assertThat(district.student("stu-1004")).isNull();
        district.coordinator()
                .get("/api/v1/students/" + student)
                .then()
                .statusCode(200)
                .body("referable", equalTo(false));
        assertThat(district.importRoster(RosterZip.bulk()).getInt("counts.students.changed"))
                .isEqualTo(1);
        assertThat(district.student("stu-1004")).isEqualTo(student);
    }

    @Test
    void shouldEndAStaffMembersAccessWithTheRole() throws SQLException {
        // Given
        TestDistrict district = TestDistrict.withRoster(demo);
        district.educator().get("/api/v1/students").then().body("items", hasSize(3));

        // When
        district.importRoster(RosterZip.bulk()
                .withoutLines("roles.csv", "rol-stf-9003-1")
                .replacing("users.csv", "lpark@example.edu,,,,,,,,,,sch-0480-01", "lpark@example.edu,,,,,,,,,,"));

        // Then
        district.educator().get("/api/v1/students").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void shouldGuardAgainstAShrunkenPackageUnlessItIsForced() {
        // Given
        TestDistrict district = TestDistrict.withRoster(demo);
        RosterZip shrunken = without("stu-1001", "stu-1002", "stu-1004");

        // When
        JsonPath job = district.importRoster(shrunken);

        // Then
        assertThat(job.getString("state")).isEqualTo("REJECTED");
        assertThat(job.getList("errors.code")).containsExactly("shrink-guard");
        assertThat(district.student("stu-1001")).isNotNull();
        assertThat(district.importRoster(shrunken, true).getInt("counts.students.withdrawn"))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "users.csv, 'stf-9001,,,true', 'stf-9001,,,TRUE', boolean",
        "demographics.csv, 2010-02-28, 2010-02-30, date",
        "users.csv, 'gdn-7002,gdn-7003', 'gdn-7002,gdn-0000', unresolved",
        "enrollments.csv, enr-6, enr-5, duplicate",
        "manifest.csv, 'file.demographics,bulk', 'file.demographics,absent', file-undeclared",
        "orgs.csv, Prairie View High School, '\"Prairie View High School', csv"
    })
    void shouldApplyNothingOfABrokenPackage(String file, String from, String to, String code) throws SQLException {
        // Given
        TestDistrict district = TestDistrict.open(demo);

        // When
        JsonPath job = district.importRoster(RosterZip.bulk().replacing(file, from, to));

        // Then
        assertThat(job.getString("state")).isEqualTo("REJECTED");
        assertThat(job.getList("errors.code")).contains(code);
        assertThat(job.getMap("counts")).isNull();
        EventCounter stored = new EventCounter(database);
        assertThat(stored.query("select count(*) from person where tenant_id = ?", district.id()))
                .isZero();
        assertThat(stored.query("select count(*) from school where tenant_id = ?", district.id()))
                .isZero();
        assertThat(stored.query(
                        "select count(*) from roster_import where package is not null and tenant_id = ?",
                        district.id()))
                .isZero();
    }

    @Test
    void shouldRedoAnImportThatDiedWithItsProcess() throws SQLException {
        // Given: what a process leaves behind that was killed while it worked
        TestDistrict district = TestDistrict.open(demo);
        UUID job = UUID.randomUUID();
        try (var connection = database.connectAsSuperuser();
                var insert = connection.prepareStatement(
                        "insert into roster_import (id, tenant_id, state, forced, requested_by, package, created_at)"
                                + " values (?, ?, 'RUNNING', false, 'somebody', ?, now())");
                var queue = connection.prepareStatement(
                        "insert into roster_import_queue (import_id, tenant_id, leased_until, attempts)"
                                + " values (?, ?, now() - interval '1 second', 1)")) {
            insert.setObject(1, job);
            insert.setObject(2, district.id());
            insert.setBytes(3, RosterZip.bulk().bytes());
            insert.executeUpdate();
            queue.setObject(1, job);
            queue.setObject(2, district.id());

            // When
            queue.executeUpdate();
        }

        // Then
        await("the abandoned import to be done").atMost(Duration.ofSeconds(30)).untilAsserted(() -> district.admin()
                .get("/api/v1/roster/imports/" + job)
                .then()
                .statusCode(200)
                .body("state", equalTo("APPLIED")));
    }

    @Test
    void shouldKeepNoBirthDatesWhereTheDistrictDoesNotWantThem() {
        // Given
        TestDistrict district = TestDistrict.open(demo);
        district.admin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"importBirthDates\": false}")
                .patch("/api/v1/districts/" + district.id())
                .then()
                .statusCode(200);

        // When
        district.importRoster(RosterZip.bulk());

        // Then
        district.grant("stf-9002@example.edu", "coordinator", null).statusCode(201);
        district.coordinator()
                .get("/api/v1/students/" + district.student("stu-1002"))
                .then()
                .body("birthDate", equalTo(null))
                .body("needsHumanReview", equalTo(true));
    }

    @Test
    void shouldShowAnImportToItsOwnDistrictOnly() {
        // Given
        TestDistrict district = TestDistrict.open(demo);
        String job = district.importRoster(RosterZip.bulk()).getString("id");

        // When
        var answer = TestDistrict.open(demo).admin().get("/api/v1/roster/imports/" + job);

        // Then
        answer.then().statusCode(404);
        given().get("/api/v1/roster/imports/" + job).then().statusCode(401);
        district.educator().get("/api/v1/roster/imports/" + job).then().statusCode(403);
        district.admin()
                .contentType("text/csv")
                .body("a,b")
                .post("/api/v1/roster/imports")
                .then()
                .statusCode(415);
    }

    private static RosterZip without(String... students) {
        RosterZip zip = RosterZip.bulk();
        for (String student : students) {
            for (String file : List.of("users.csv", "roles.csv", "enrollments.csv", "demographics.csv")) {
                zip.withoutLines(file, student);
            }
        }
        return zip;
    }
}
