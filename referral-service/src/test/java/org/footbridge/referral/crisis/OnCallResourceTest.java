package org.footbridge.referral.crisis;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.OnCall;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a school calls in a crisis. */
@QuarkusTest
class OnCallResourceTest {
    TestDatabase database;
    DemoTokens demo;

    @BeforeEach
    void fill() {
        World.fill(database);
        OnCall.remove(database);
    }

    @AfterEach
    void remove() {
        OnCall.remove(database);
    }

    @Test
    void shouldKeepAChainThatTheAdministratorOrACoordinatorSets() {
        // Given
        ReferralMother.get(demo.educator(), OnCall.PATH)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("contacts", empty());

        // When
        OnCall.set(demo.districtAdmin(), OnCall.chain());
        OnCall.set(demo.coordinator(), OnCall.chain());

        // Then
        ReferralMother.get(demo.educator(), OnCall.PATH)
                .then()
                .header("ETag", "\"2\"")
                .body("contacts[0].personId", equalTo(World.OTHER_TEACHER.toString()))
                .body("contacts[0].name", notNullValue())
                .body("contacts[1].phone", equalTo("+1-555-0199"))
                .body("lastResponder.personId", equalTo(World.COORDINATOR.toString()));
    }

    @Test
    void shouldNameEveryFaultOfAChain() {
        OnCall.put(demo.districtAdmin(), "\"0\"", Map.of("contacts", List.of(OnCall.person(World.STUDENT))))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/contacts", "/contacts/0/personId", "/lastResponder"))
                .body("errors.code", contains("too-few", "unknown", "needed"));
        Map<String, Object> twice = OnCall.chain(List.of(OnCall.line(), OnCall.line()), Map.of("name", "No number"));
        OnCall.put(demo.districtAdmin(), "\"0\"", twice)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/contacts", "/lastResponder"))
                .body("errors.code", contains("duplicate", "needed"));
        OnCall.put(
                        demo.districtAdmin(),
                        "\"0\"",
                        OnCall.chain(
                                List.of(OnCall.line(), OnCall.person(World.COORDINATOR)),
                                Map.of("name", "x", "phone", "call me")))
                .then()
                .statusCode(422);
    }

    @Test
    void shouldKeepWhatIsSaidAboutAContact() {
        // Given
        Map<String, Object> nights = Map.of("personId", World.OTHER_TEACHER, "notes", "Nights and weekends only");

        // When
        OnCall.set(
                demo.districtAdmin(), OnCall.chain(List.of(nights, OnCall.line()), OnCall.person(World.COORDINATOR)));

        // Then
        ReferralMother.get(demo.educator(), OnCall.PATH)
                .then()
                .body("contacts[0].notes", equalTo("Nights and weekends only"))
                .body("contacts[0].name", notNullValue());
        OnCall.put(
                        demo.districtAdmin(),
                        ReferralMother.etag(demo.districtAdmin(), OnCall.PATH),
                        OnCall.chain(
                                List.of(nights, OnCall.person(World.OTHER_TEACHER)), OnCall.person(World.COORDINATOR)))
                .then()
                .statusCode(422)
                .body("errors.code", contains("duplicate"));
    }

    @Test
    void shouldChangeOnlyTheVersionThatWasRead() {
        OnCall.put(demo.districtAdmin(), "\"3\"", OnCall.chain()).then().statusCode(412);
        OnCall.put(demo.districtAdmin(), null, OnCall.chain()).then().statusCode(428);
    }

    @Test
    void shouldBeSetByNobodyElse() {
        OnCall.put(demo.educator(), "\"0\"", OnCall.chain()).then().statusCode(403);
        OnCall.put(demo.otherDistrictAdmin(), "\"0\"", OnCall.chain()).then().statusCode(404);
        OnCall.put(demo.agencyStaff(), "\"0\"", OnCall.chain()).then().statusCode(403);
        given().get(OnCall.PATH).then().statusCode(401);
        ReferralMother.get(demo.otherDistrictCoordinator(), OnCall.PATH).then().statusCode(404);
        ReferralMother.get(demo.districtAdmin(), "/api/v1/schools/" + UUID.randomUUID() + "/on-call")
                .then()
                .statusCode(404);
    }
}
