package org.footbridge.referral.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is sent and nothing is read without a consent of this moment. */
@QuarkusTest
class ConsentTest {
    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldRefuseAConsentThatLacksWhatTheLawAsksFor() {
        Made made = mother.triaged();
        for (String member : ReferralMother.consentForm().keySet()) {
            Map<String, Object> form = ReferralMother.consentForm();
            form.remove(member);
            Response refused = record(made, form);
            assertThat(refused.statusCode()).as("without " + member).isEqualTo(422);
            assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/" + member);
        }
    }

    @Test
    void shouldRefuseASignatureThatIsWorthNothing() {
        // Given
        Made made = mother.triaged();
        Map<String, Object> form = ReferralMother.consentForm();
        form.put("signerGuardianId", World.GUARDIAN_WITHOUT_RIGHTS);
        form.put("signedOn", LocalDate.now().plusDays(2).toString());
        form.put("expiresOn", LocalDate.now().minusDays(2).toString());
        form.put("recipientAgencyId", UUID.randomUUID());

        // When
        Response refused = record(made, form);

        // Then
        refused.then()
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("not-entitled", "future", "past", "unknown"));
    }

    @Test
    void shouldAskTheStudentOnceHeOrSheIsOfAge() {
        // Given
        Map<String, Object> form = ReferralMother.form();
        form.put("studentId", World.STUDENT_OF_AGE);
        String id = ReferralMother.post(demo.educator(), "/api/v1/referrals", form, null)
                .path("id");
        Made made = new Made(UUID.fromString(id), null, null);
        mother.step(demo.coordinator(), made.referralPath(), "triage", ReferralMother.triageForm(), 200);

        // When
        Response byGuardian = record(made, ReferralMother.consentForm());

        // Then
        byGuardian.then().statusCode(422).body("errors.code", contains("rights-moved"));
        Map<String, Object> own = ReferralMother.consentForm();
        own.put("signerRole", "ELIGIBLE_STUDENT");
        own.remove("signerGuardianId");
        record(made, own).then().statusCode(201).body("signerId", equalTo(World.STUDENT_OF_AGE.toString()));
    }

    @Test
    void shouldNotSendToAnAgencyThatTheConsentDoesNotName() {
        refused(mother.ready(), World.OTHER_AGENCYS_SERVICE, "consent-missing");
    }

    @Test
    void shouldNotSendWithoutAgreementOrRoom() {
        refused(mother.ready(), World.SERVICE_WITHOUT_AGREEMENT, "no-agreement");
        refused(mother.ready(), World.FULL_SERVICE, "no-capacity");
        refused(mother.ready(), World.CLOSED_SERVICE, "service-inactive");
        mother.step(
                        demo.coordinator(),
                        mother.ready().referralPath(),
                        "placements",
                        Map.of("serviceId", UUID.randomUUID()),
                        422)
                .then()
                .body("errors.pointer", contains("/serviceId"));
    }

    @Test
    void shouldNotSendWithAnExpiredConsent() throws SQLException {
        // Given
        Made made = mother.ready();
        sql("update consent set expires_on = current_date - 3 where referral_id = '" + made.referral() + "'");

        // Then
        refused(made, World.SERVICE, "consent-missing");
    }

    @Test
    void shouldCloseTheAgencysAccessWhenTheConsentIsRevoked() {
        // Given
        Made made = mother.accepted();
        String placement = made.placementPath();
        String etag = ReferralMother.etag(demo.agencyStaff(), placement);
        String consents = made.referralPath() + "/consents";
        String consent = consents + "/"
                + ReferralMother.get(demo.coordinator(), consents).<String>path("items[0].id");
        ReferralMother.post(demo.coordinator(), consent + "/revoke", Map.of(), null)
                .then()
                .statusCode(428);

        // When
        Response revoked = mother.step(demo.coordinator(), consent, "revoke", Map.of(), 200);

        // Then
        revoked.then().body("live", equalTo(false));
        ReferralMother.get(demo.agencyStaff(), placement)
                .then()
                .statusCode(403)
                .body("type", endsWith("access-revoked"));
        ReferralMother.post(demo.agencyStaff(), placement + "/un-accept", Map.of(), etag)
                .then()
                .statusCode(403);
        ReferralMother.get(demo.otherAgencyStaff(), placement).then().statusCode(404);
        ReferralMother.get(demo.coordinator(), made.referralPath())
                .then()
                .body("state", equalTo("CONSENT_REVOKED"))
                .body("placements[0].state", equalTo("ACCESS_REVOKED"));
    }

    @Test
    void shouldNotLetTheAgencyReadAfterTheConsentHasExpired() throws SQLException {
        // Given
        Made made = mother.sent();
        ReferralMother.get(demo.agencyStaff(), made.placementPath()).then().statusCode(200);

        // When
        sql("update consent set expires_on = current_date - 3 where referral_id = '" + made.referral() + "'");

        // Then
        ReferralMother.get(demo.agencyStaff(), made.placementPath()).then().statusCode(403);
    }

    private Response record(Made made, Map<String, Object> form) {
        return ReferralMother.post(demo.coordinator(), made.referralPath() + "/consents", form, null);
    }

    private void refused(Made made, UUID service, String problem) {
        mother.step(demo.coordinator(), made.referralPath(), "placements", Map.of("serviceId", service), 409)
                .then()
                .body("type", endsWith(problem));
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("READY"));
    }

    private void sql(String statement) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement()) {
            sql.execute(statement);
        }
    }
}
