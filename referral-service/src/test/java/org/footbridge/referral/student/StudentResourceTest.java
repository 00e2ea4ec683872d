package org.footbridge.referral.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.EventCounter;
import org.footbridge.referral.TestDistrict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class StudentResourceTest {
    DemoTokens demo;
    TestDatabase database;

    @Test
    void shouldShowAnEducatorTheStudentsOfTheOwnSchoolOnly() {
        // Given
        TestDistrict district = TestDistrict.withRoster(demo);

        // When
        Response answer = district.educator().get("/api/v1/students");

        // Then
        answer.then().statusCode(200).body("items.sourcedId", containsInAnyOrder("stu-1001", "stu-1003", "stu-1005"));
        String foreign = district.student("stu-1002");
        district.educator().get("/api/v1/students/" + foreign).then().statusCode(404);
        district.otherEducator().get("/api/v1/students/" + foreign).then().statusCode(200);
    }

    @Test
    void shouldShowNothingOfAnotherSchoolThatIsAskedFor() {
        // Given
        TestDistrict district = TestDistrict.withRoster(demo);
        String foreign = district.educator()
                .get("/api/v1/schools")
                .then()
                .body("items.roles", contains(List.of("educator"), List.of()))
                .extract()
                .path("items[1].id");

        // When
        Response answer = district.educator().get("/api/v1/students?schoolId=" + foreign);

        // Then
        answer.then().statusCode(200).body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "nun, stu-1001",
        "Núñez, stu-1001",
        "garcia, stu-1001",
        "pepe, stu-1001",
        "jo nun, stu-1001",
        "NGUYEN, stu-1002",
        "linh n, stu-1002",
    })
    void shouldFindStudentsByTheBeginningsOfTheirNames(String words, String expected) {
        // Given
        TestDistrict district = TestDistrict.withRoster(demo);

        // When
        Response answer = district.coordinator().queryParam("q", words).get("/api/v1/students");

        // Then
        answer.then().statusCode(200).body("items.sourcedId", contains(expected));
    }

    @ParameterizedTest
    @CsvSource({"unez", "%", "_tone", "stone lowe"})
    void shouldFindNothingByOtherParts(String words) {
        // Given
        TestDistrict district = TestDistrict.withRoster(demo);

        // When
        Response answer = district.coordinator().queryParam("q", words).get("/api/v1/students");

        // Then
        answer.then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void shouldPageThroughStudentsOfTheSameName() {
        // Given
        TestDistrict district = TestDistrict.withRoster(demo);
        List<String> seen = new ArrayList<>();

        // When
        String cursor = null;
        do {
            var request = district.coordinator().queryParam("limit", 1);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get("/api/v1/students");
            seen.addAll(page.path("items.sourcedId"));
            cursor = page.path("next");
        } while (cursor != null);

        // Then
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(seen.getFirst()).isEqualTo("stu-1005");
    }

    @Test
    void shouldHideStudentsFromAnotherDistrictAndFromOutsiders() {
        // Given
        TestDistrict district = TestDistrict.withRoster(demo);
        String student = district.student("stu-1001");

        // When
        Response answer = TestDistrict.withRoster(demo).coordinator().get("/api/v1/students/" + student);

        // Then
        answer.then().statusCode(404);
        district.as("stf-9001@example.edu", "district_admin")
                .get("/api/v1/students/" + student)
                .then()
                .statusCode(403);
        district.as("gdn-7001@example.edu", "guardian")
                .get("/api/v1/students")
                .then()
                .statusCode(403);
    }

    @Test
    void shouldLinkAnAccountOnceAndPublishItOnce() throws SQLException {
        // Given
        TestDistrict district = TestDistrict.withRoster(demo);
        EventCounter counter = new EventCounter(database);
        String links = "select count(*) from account_link l join person p on p.id = l.person_id"
                + " where l.tenant_id = ? and p.sourced_id = 'stf-9003'";

        // When
        district.educator().get("/api/v1/students").then().statusCode(200);
        district.educator().get("/api/v1/students").then().statusCode(200);

        // Then: imported and linked
        assertThat(counter.query(links, district.id())).isEqualTo(1);
        assertThat(counter.query(
                        "select max(last) from aggregate_sequence where subject ="
                                + " (select id from person where tenant_id = ? and sourced_id = 'stf-9003')",
                        district.id()))
                .isEqualTo(2);
    }

    @Test
    void shouldGiveAnAccountThatTheRosterDoesNotKnowNothing() {
        // Given
        TestDistrict district = TestDistrict.withRoster(demo);

        // When
        Response answer =
                district.as("stranger@example.edu", "educator", "coordinator").get("/api/v1/students");

        // Then
        answer.then().statusCode(200).body("items", hasSize(0)).body("next", equalTo(null));
    }
}
