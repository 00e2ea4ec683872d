package org.footbridge.referral.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.EventCounter;
import org.footbridge.referral.TestDistrict;
import org.footbridge.referral.roster.oneroster.RosterZip;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GrantResourceTest {
    DemoTokens demo;
    TestDatabase database;

    @Test
    void shouldGiveTheRoleAtOnceAndTakeItAtOnce() throws SQLException {
        // Given
        TestDistrict district = roster();
        district.as("stf-9005@example.edu", "coordinator")
                .get("/api/v1/students")
                .then()
                .body("items", hasSize(0));

        // When
        ValidatableResponse answer = district.grant("STF-9005@example.edu", "coordinator", null);

        // Then
        answer.statusCode(201).body("name", equalTo("Ines Duarte")).body("schoolId", equalTo(null));
        UUID person = UUID.fromString(answer.extract().path("personId"));
        String grant = answer.extract().path("id");
        district.as("stf-9005@example.edu", "coordinator")
                .get("/api/v1/students")
                .then()
                .body("items", hasSize(5));
        // imported, linked, granted
        assertThat(new EventCounter(database).of(person)).isEqualTo(3);
        district.grant("stf-9005@example.edu", "coordinator", null).statusCode(409);
        district.admin().delete("/api/v1/roster/grants/" + grant).then().statusCode(204);
        district.as("stf-9005@example.edu", "coordinator")
                .get("/api/v1/students")
                .then()
                .body("items", hasSize(0));
        assertThat(new EventCounter(database).of(person)).isEqualTo(4);
        district.admin().delete("/api/v1/roster/grants/" + grant).then().statusCode(404);
    }

    @Test
    void shouldNotBelieveATokenWithoutAGrant() {
        // Given
        TestDistrict district = roster();

        // When
        var answer = district.as("stf-9003@example.edu", "coordinator").get("/api/v1/students");

        // Then
        answer.then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void shouldNotBelieveAGrantWithoutTheTokensRole() {
        // Given
        TestDistrict district = roster();
        district.grant("stf-9005@example.edu", "coordinator", null).statusCode(201);

        // When
        var answer = district.as("stf-9005@example.edu", "counselor").get("/api/v1/students");

        // Then
        answer.then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void shouldLimitAGrantToItsSchool() {
        // Given
        TestDistrict district = roster();
        String school = district.admin()
                .get("/api/v1/schools")
                .then()
                .statusCode(200)
                .body("items.name", contains("Prairie View Elementary, \"The Hawks\"", "Prairie View High School"))
                .extract()
                .path("items[0].id");

        // When
        district.grant("stf-9005@example.edu", "coordinator", school).statusCode(201);

        // Then
        district.as("stf-9005@example.edu", "coordinator")
                .get("/api/v1/students")
                .then()
                .body("items", hasSize(3));
        district.admin().get("/api/v1/roster/grants").then().statusCode(200).body("items.schoolId", contains(school));
    }

    @Test
    void shouldRefuseUnknownPeopleSchoolsAndRoles() {
        // Given
        TestDistrict district = roster();
        TestDistrict neighbour = roster();
        String foreign = neighbour.admin().get("/api/v1/schools").path("items[0].id");

        // When
        ValidatableResponse nobody = district.grant("nobody@example.edu", "coordinator", null);

        // Then
        nobody.statusCode(422).body("errors.pointer", hasItem("/username"));
        district.grant("gdn-7001@example.edu", "coordinator", null).statusCode(422);
        district.grant("stf-9005@example.edu", "coordinator", foreign)
                .statusCode(422)
                .body("errors.pointer", hasItem("/schoolId"));
        district.grant("stf-9005@example.edu", "educator", null)
                .statusCode(422)
                .body("errors.pointer", hasItem("/role"));
    }

    @Test
    void shouldHideGrantsFromOthers() {
        // Given
        TestDistrict district = roster();
        String grant = district.grant("stf-9005@example.edu", "coordinator", null)
                .statusCode(201)
                .extract()
                .path("id");
        TestDistrict neighbour = roster();

        // When
        var answer = neighbour.admin().delete("/api/v1/roster/grants/" + grant);

        // Then
        answer.then().statusCode(404);
        neighbour.admin().get("/api/v1/roster/grants").then().statusCode(200).body("items", hasSize(0));
        district.educator().get("/api/v1/roster/grants").then().statusCode(403);
        district.admin().get("/api/v1/roster/grants/" + grant).then().statusCode(200);
    }

    private TestDistrict roster() {
        TestDistrict district = TestDistrict.open(demo);
        district.importRoster(RosterZip.bulk());
        return district;
    }
}
