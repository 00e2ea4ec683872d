package org.footbridge.referral.referral;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.InSchool;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever referred learns that the student came only where a consent lets the agency tell the school. */
@QuarkusTest
class AttendanceTest {
    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldTellTheReferrerWhatTheConsentLetsTheAgencyTell() {
        // Given
        Made made = seen(mother.acceptedWithFeedback());

        // When, then
        read(demo.educator(), made)
                .body("attended", equalTo(true))
                .body("status", equalTo("The student has been seen"))
                .body("dates.firstVisitAt", notNullValue());
        item(demo.educator(), made).body("items[0].firstVisitAt", notNullValue());
    }

    @Test
    void shouldKeepItFromTheReferrerOnceTheConsentIsGone() {
        // Given
        Made made = seen(mother.acceptedWithFeedback());
        ReferralMother.post(demo.coordinator(), made.referralPath() + "/consents", ReferralMother.consentForm(), null)
                .then()
                .statusCode(201);
        String consents = made.referralPath() + "/consents";
        String feedback = ReferralMother.get(demo.coordinator(), consents).path("items[0].id");

        // When
        mother.step(demo.coordinator(), consents + "/" + feedback, "revoke", Map.of(), 200);

        // Then
        read(demo.educator(), made)
                .body("attended", nullValue())
                .body("status", equalTo("Sent to a provider"))
                .body("dates.firstVisitAt", nullValue());
        item(demo.educator(), made).body("items[0].firstVisitAt", nullValue());
        read(demo.coordinator(), made).body("attended", equalTo(true));
        item(demo.coordinator(), made).body("items[0].firstVisitAt", notNullValue());
    }

    @Test
    void shouldKeepVisitsAtTheSchoolsOwnTeamFromTheReferrer() {
        // Given
        Made made = new InSchool(demo).inService();

        // When, then
        read(demo.educator(), made).body("attended", nullValue()).body("status", equalTo("Sent to a provider"));
        item(demo.educator(), made).body("items[0].firstVisitAt", nullValue());
        read(demo.coordinator(), made).body("attended", equalTo(true));
    }

    @Test
    void shouldSayThatNobodyCameWhileNobodyWasAsked() {
        read(demo.educator(), mother.submitted()).body("attended", equalTo(false));
    }

    private Made seen(Made accepted) {
        Response booked = mother.step(
                demo.agencyStaff(), accepted.placementPath(), "appointments", ReferralMother.visitForm(), 201);
        Made scheduled = new Made(accepted.referral(), accepted.placement(), UUID.fromString(booked.path("id")));
        mother.attend(scheduled, "KEPT", 200);
        return scheduled;
    }

    private static ValidatableResponse read(TokenBuilder who, Made made) {
        return ReferralMother.get(who, made.referralPath()).then().statusCode(200);
    }

    private static ValidatableResponse item(TokenBuilder who, Made made) {
        return ReferralMother.get(who, "/api/v1/referrals?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(made.referral().toString()));
    }
}
