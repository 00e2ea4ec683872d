package org.footbridge.referral.servicelevel;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.TestClock;
import org.footbridge.referral.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClockResourceTest {
    TestDatabase database;
    DemoTokens demo;

    @Inject
    TestClock clock;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void shouldRunTheClockOfTheTriageFromTheSubmission() {
        Made made = mother.submitted();

        ReferralMother.get(demo.educator(), clocks(made))
                .then()
                .statusCode(200)
                .body("items.kind", contains("TRIAGE"))
                .body("items[0].state", equalTo("RUNNING"));
    }

    @Test
    void shouldRunTheAgencysClocksFromTheSending() {
        Made made = mother.sent();

        ReferralMother.get(demo.coordinator(), clocks(made))
                .then()
                .statusCode(200)
                .body("items.kind", contains("TRIAGE", "SENDING", "DECISION", "FIRST_APPOINTMENT"))
                .body("items.state", contains("MET", "MET", "RUNNING", "RUNNING"))
                .body("items[2].placementId", equalTo(made.placement().toString()));
    }

    @Test
    void shouldStopThemWhenTheStepIsTaken() {
        Made made = mother.scheduled();

        ReferralMother.get(demo.coordinator(), clocks(made))
                .then()
                .body("items.state", contains("MET", "MET", "MET", "MET"));
    }

    @Test
    void shouldSayWhatIsOverdueAndWhatWasLate() {
        Made waiting = mother.submitted();
        Made late = mother.submitted();
        clock.advance(Duration.ofDays(30));
        mother.step(demo.coordinator(), late.referralPath(), "triage", ReferralMother.triageForm(), 200);

        ReferralMother.get(demo.coordinator(), clocks(waiting)).then().body("items.state", contains("OVERDUE"));
        ReferralMother.get(demo.coordinator(), clocks(late)).then().body("items.state", contains("MISSED"));
    }

    @Test
    void shouldForgetTheClocksOfWhatHasEnded() {
        Made made = mother.submitted();
        mother.step(demo.coordinator(), made.referralPath(), "withdraw", Map.of("reason", "OTHER"), 200);

        ReferralMother.get(demo.coordinator(), clocks(made)).then().body("items.state", contains("VOID"));
    }

    @Test
    void shouldShowNothingToOthers() {
        Made made = mother.sent();

        ReferralMother.get(demo.otherDistrictCoordinator(), clocks(made)).then().statusCode(404);
        ReferralMother.get(demo.agencyStaff(), clocks(made)).then().statusCode(403);
        given().get(clocks(made)).then().statusCode(401);
        ReferralMother.get(demo.coordinator(), clocks(made)).then().body("items", hasSize(4));
    }

    private static String clocks(Made made) {
        return made.referralPath() + "/clocks";
    }
}
