package org.footbridge.referral.contact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom each side of a placement calls. */
@QuarkusTest
class ContactCardTest {
    private static final String CONTACT = "/api/v1/agencies/" + DemoTokens.HARBOR_LIGHT + "/contact";

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldTellTheSchoolWhomToCallAtTheAgency() {
        // Given
        Made made = mother.sent();

        // When
        set(demo.agencyStaff(), contact("Intake desk"), ReferralMother.etag(demo.agencyStaff(), CONTACT))
                .then()
                .statusCode(200);

        // Then
        ReferralMother.get(demo.coordinator(), made.sentPath() + "/contact-card")
                .then()
                .statusCode(200)
                .body("agency.intakeName", equalTo("Intake desk"))
                .body("agency.intakePhone", equalTo("+1-555-0142"))
                .body("agency.role", containsString("Calls"))
                .body("school.coordinator", containsString("Given"));
        ReferralMother.get(demo.educator(), made.sentPath() + "/contact-card")
                .then()
                .statusCode(403);
    }

    @Test
    void shouldNameTheSchoolOnlyWhereTheConsentCoversIt() {
        Made without = mother.acceptedWith("IDENTITY");
        ReferralMother.get(demo.agencyStaff(), without.placementPath() + "/contact-card")
                .then()
                .statusCode(200)
                .body("school.phone", equalTo("+1 555 0100"))
                .body("school.role", notNullValue())
                .body("school.school", nullValue())
                .body("school.coordinator", nullValue());
        Made with = mother.acceptedWith("IDENTITY", "SCHOOL");
        ReferralMother.get(demo.agencyStaff(), with.placementPath() + "/contact-card")
                .then()
                .body("school.school", equalTo("Prairie View Elementary"))
                .body("school.coordinator", containsString("Given"));
    }

    @Test
    void shouldRefuseAContactWithFaultsOrAStaleVersion() {
        String etag = ReferralMother.etag(demo.agencyStaff(), CONTACT);
        Map<String, Object> faulty = contact(" ");
        faulty.put("intakeEmail", "nobody");
        set(demo.agencyStaff(), faulty, etag)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/intakeEmail", "/intakeName"));
        set(demo.agencyStaff(), contact("Intake"), "\"77\"").then().statusCode(412);
        set(demo.agencyStaff(), contact("Intake"), null).then().statusCode(428);
        set(demo.otherAgencyStaff(), contact("Intake"), etag).then().statusCode(404);
    }

    private static Map<String, Object> contact(String name) {
        return new HashMap<>(Map.of(
                "intakeName", name, "intakePhone", "+1-555-0142", "roleDescription", "Calls the family in 3 days."));
    }

    private static Response set(TokenBuilder who, Map<String, Object> document, String etag) {
        var request =
                given().auth().oauth2(who.sign()).contentType(ContentType.JSON).body(document);
        return (etag == null ? request : request.header("If-Match", etag)).put(CONTACT);
    }
}
