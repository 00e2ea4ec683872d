package org.footbridge.referral.referral;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
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
        read.then()
                .body("crisis.lines.call", hasItems("988", "911"))
                .body("completeness.missing", contains("/location", "/description"));
    }

    @Test
    void shouldSayItInTheLanguageOfWhoeverAsks() {
        // Given
        Made made = mother.crisis();

        // When, then
        read(made, "es-MX, en;q=0.5").then().body("crisis.now[1]", containsString("llame al 911"));
        read(made, "fr, es;q=0.7, en;q=0.3").then().body("crisis.now[2]", containsString("AYUDA al 988"));
        read(made, "en-US").then().body("crisis.now[1]", containsString("call 911"));
        read(made, "*").then().body("crisis.now[1]", containsString("call 911"));
    }

    private Response read(Made made, String language) {
        return given().auth()
                .oauth2(demo.coordinator().sign())
                .header("Accept-Language", language)
                .get(made.referralPath());
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
        triaged.then()
                .body("crisis.lines.call", hasItems("988", "911"))
                .body("completeness.missing", contains("/location"));
    }

    @Test
    void shouldTakeTheWhereAndWhatOfACrisisAfterwards() {
        // Given
        Made made = mother.crisis();

        // When
        Response where = mother.step(
                demo.educator(), made.referralPath(), "add-details", Map.of("location", "Office " + World.CANARY), 200);
        Response what = mother.step(
                demo.coordinator(), made.referralPath(), "add-details", Map.of("description", "Has a plan."), 200);

        // Then
        where.then().body("completeness.score", equalTo(66)).body("completeness.due.pointer", contains("/description"));
        what.then()
                .body("completeness.score", equalTo(100))
                .body("completeness.due", empty())
                .body("form.location", equalTo("Office " + World.CANARY))
                .body("form.description", equalTo("Has a plan."));
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/history")
                .then()
                .body("items.reasonCode.findAll { it != null }", contains("DETAILS_ADDED", "DETAILS_ADDED"));
    }

    @Test
    void shouldTakeEveryFieldOfTheFormAfterwards() {
        // Given
        Made made = mother.crisis();
        Map<String, Object> facts = Map.of(
                "concerns", List.of("SELF_HARM", "ANXIETY"),
                "identified", "PEER",
                "interpreterNeeded", true,
                "insurance", "MEDICAID",
                "iep", true,
                "section504", false,
                "guardianMayBeContacted", false);

        // When
        mother.step(demo.coordinator(), made.referralPath(), "add-details", facts, 200);

        // Then
        ReferralMother.get(demo.coordinator(), made.referralPath())
                .then()
                .body("form.concerns", contains("SELF_HARM", "ANXIETY"))
                .body("form.identified", equalTo("PEER"))
                .body("form.interpreterNeeded", equalTo(true))
                .body("form.insurance", equalTo("MEDICAID"))
                .body("form.iep", equalTo(true))
                .body("form.section504", equalTo(false))
                .body("form.guardianMayBeContacted", equalTo(false));
        mother.step(demo.coordinator(), made.referralPath(), "add-details", facts, 422)
                .then()
                .body("errors.pointer", hasSize(facts.size()))
                .body("errors.code", everyItem(equalTo("already-there")));
    }

    @Test
    void shouldLetNobodyTakeBackWhatProtects() {
        Made made = mother.submitted();
        mother.step(
                        demo.coordinator(),
                        made.referralPath(),
                        "add-details",
                        Map.of("guardianMayBeContacted", true, "interpreterNeeded", false, "identified", "GUESS"),
                        422)
                .then()
                .body("errors.pointer", contains("/identified"));
        mother.step(
                        demo.coordinator(),
                        made.referralPath(),
                        "add-details",
                        Map.of("guardianMayBeContacted", true, "interpreterNeeded", false),
                        422)
                .then()
                .body("errors.pointer", hasItems("/guardianMayBeContacted", "/interpreterNeeded"));
    }

    @Test
    void shouldNeverReplaceWhatTheFormSaysAlready() {
        // Given
        Made made = mother.submitted();
        Map<String, String> again = Map.of("description", "Something else.", "strengths", "Draws well.");

        // When
        Response refused = mother.step(demo.educator(), made.referralPath(), "add-details", again, 422);

        // Then
        refused.then().body("errors.pointer", contains("/description")).body("errors.code", contains("already-there"));
        mother.step(demo.educator(), made.referralPath(), "add-details", Map.of(), 422)
                .then()
                .body("errors.code", contains("empty"));
        mother.step(demo.educator(), made.referralPath(), "add-details", Map.of("location", "x".repeat(501)), 422)
                .then()
                .body("errors.pointer", contains("/location"));
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("form.strengths", nullValue());
    }
}
