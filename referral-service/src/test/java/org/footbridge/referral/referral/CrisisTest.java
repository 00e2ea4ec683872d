package org.footbridge.referral.referral;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crisis is taken in at once, and the answer says what to do in the meantime. */
@QuarkusTest
class CrisisTest {
    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldTellWhoeverSubmitsACrisisWhatToDoNow() {
        // Given
        Map<String, Object> form = Map.of("studentId", World.STUDENT, "urgency", "CRISIS");

        // When
        Response answer = ReferralMother.post(demo.educator(), "/api/v1/referrals", form, null);

        // Then
        answer.then()
                .statusCode(201)
                .body("crisis.now[0]", startsWith("Do not leave the student alone"))
                .body("crisis.lines.call", hasItems("988", "911"))
                .body("crisis.lines.find { it.call == '988' }.text", equalTo("988"))
                .body("completeness.score", equalTo(33))
                .body("completeness.due.pointer", contains("/location", "/description"));
    }

    @Test
    void shouldTellWhoeverReadsACrisisToo() {
        // Given
        Made made = mother.crisis();

        // When
        Response read = ReferralMother.get(demo.coordinator(), made.referralPath());

        // Then
        read.then().body("crisis.lines.call", hasItems("988", "911")).body("completeness.missing", contains("/location", "/description"));
    }

    @Test
    void shouldSayNothingOfACrisisWhereThereIsNone() {
        // Given
        Made made = mother.submitted();

        // When
        Response read = ReferralMother.get(demo.educator(), made.referralPath());

        // Then
        read.then()
                .body("crisis", nullValue())
                .body("completeness.score", equalTo(55))
                .body("completeness.missing[0]", equalTo("/actionsTried"))
                .body("completeness.due", empty());
    }

    @Test
    void shouldTellACoordinatorWhoFindsACrisisAtTriage() {
        // Given
        Made made = mother.submitted();

        // When
        Response triaged = mother.step(
                demo.coordinator(), made.referralPath(), "triage", Map.of("urgency", "CRISIS", "tier", 3), 200);

        // Then
        triaged.then().body("crisis.lines.call", hasItems("988", "911")).body("completeness.missing", contains("/location"));
    }
}
