package org.footbridge.referral.recipients;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of a referral, decided at the moment of the question. */
@QuarkusTest
class RecipientTest {
    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldTellTheGuardianWithRightsOnce() {
        // Given
        Made made = mother.sent();

        // When
        Response told = resolve(demo.internalService(), made, "referral.sent.v1");

        // Then
        told.then()
                .statusCode(200)
                .body("recipients.findAll { it.allowed }.address", contains("gdn-7001@example.edu"))
                .body("recipients.findAll { it.allowed }.language", contains("es"))
                .body("recipients.findAll { !it.allowed }.reason", contains("no-rights"))
                .body("recipients.find { !it.allowed }.address", nullValue())
                .body("schoolContact.school", equalTo("Prairie View Elementary"))
                .body("schoolContact.name", notNullValue())
                .body("schoolContact.phone", equalTo("+1 555 0100"))
                .body("zone", equalTo("America/Chicago"));
    }

    @Test
    void shouldTellNobodyOfOtherEvents() {
        resolve(demo.internalService(), mother.sent(), "referral.triaged.v1")
                .then()
                .statusCode(200)
                .body("recipients", empty());
    }

    @Test
    void shouldTellTheCoordinatorOfAnAnswer() {
        resolve(demo.internalService(), mother.sent(), "referral.accepted.v1")
                .then()
                .statusCode(200)
                .body("recipients.role", contains("COORDINATOR"))
                .body("recipients.address", contains("stf-9002@example.edu"))
                .body("recipients.allowed", contains(true));
    }

    @Test
    void shouldTellWhoeverStandsInForTheCoordinatorToo() {
        // Given
        Made made = mother.sent();
        String standsIn = """
                insert into delegation (id, tenant_id, from_person_id, to_person_id, school_id, begins_on, ends_on, created_by,
                    created_at, version)
                values (gen_random_uuid(), '%s', '%s', '%s', '%s', current_date - 1, current_date + 1, 'stand-in-test', now(), 0)
                """;
        World.run(
                database,
                standsIn.formatted(
                        DemoTokens.PRAIRIE_VIEW, World.COORDINATOR, World.OTHER_TEACHER, World.OTHER_SCHOOL));
        try {
            // When, then
            resolve(demo.internalService(), made, "referral.accepted.v1")
                    .then()
                    .body("recipients.address", contains("stf-9002@example.edu"));
            World.run(
                    database,
                    standsIn.formatted(DemoTokens.PRAIRIE_VIEW, World.COORDINATOR, World.OTHER_TEACHER, World.SCHOOL));
            resolve(demo.internalService(), made, "referral.accepted.v1")
                    .then()
                    .body("recipients.address", contains("stf-9002@example.edu", "stf-9004@example.edu"))
                    .body("recipients.role", contains("COORDINATOR", "COORDINATOR"));
        } finally {
            World.run(database, "delete from delegation where created_by = 'stand-in-test'");
        }
    }

    @Test
    void shouldTellTheReferrerOfWhatHeOrSheWaitsFor() {
        resolve(demo.internalService(), mother.sent(), "referral.needs_info.v1")
                .then()
                .statusCode(200)
                .body("recipients.role", contains("REFERRER"))
                .body("recipients.address", contains("stf-9003@example.edu"));
    }

    @Test
    void shouldTellNoReferrerWhoWorksAtAnotherSchoolNow() {
        // Given
        Made made = mother.sent();
        String role = "update person_role set ends_on = %s where person_id = '" + World.EDUCATOR + "'";
        World.run(database, role.formatted("date '2020-01-01'"));

        // When
        Response told = resolve(demo.internalService(), made, "referral.needs_info.v1");
        World.run(database, role.formatted("null"));

        // Then
        told.then().statusCode(200).body("recipients", empty());
    }

    @Test
    void shouldTellNobodyOfWhatWasTakenBack() {
        // Given
        Made made = mother.sent();
        mother.step(demo.coordinator(), made.referralPath(), "withdraw", Map.of("reason", "FAMILY_DECLINED"), 200);

        // When
        Response told = resolve(demo.internalService(), made, "referral.sent.v1");

        // Then
        told.then().statusCode(200).body("recipients.findAll { it.allowed }", empty());
    }

    @Test
    void shouldAnswerNobodyButTheInternalService() {
        Made made = mother.sent();
        resolve(demo.coordinator(), made, "referral.sent.v1").then().statusCode(403);
        resolve(demo.agencyApp(), made, "referral.sent.v1").then().statusCode(403);
        resolve(demo.platformAdmin(), made, "referral.sent.v1").then().statusCode(403);
        resolve(demo.internalService(), new Made(UUID.randomUUID(), UUID.randomUUID(), null), "referral.sent.v1")
                .then()
                .statusCode(404);
    }

    private static Response resolve(TokenBuilder who, Made made, String type) {
        Map<String, Object> question = Map.of(
                "eventId", UUID.randomUUID(),
                "type", type,
                "referralId", made.referral(),
                "placementId", made.placement());
        return ReferralMother.post(who, "/internal/v1/recipients/resolve", question, null);
    }
}
