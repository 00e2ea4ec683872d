package org.footbridge.referral.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.Bus;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an agency tells the school to do, and how far the consent lets it. */
@QuarkusTest
class RecommendationTest {
    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldTellTheClassroomWhatHelps() {
        // Given
        Made made = mother.acceptedWithFeedback();
        String review = LocalDate.now().plusDays(30).toString();

        // When
        Response answer = recommend(made, Map.of("code", "QUIET_PLACE", "text", "The library", "reviewOn", review));

        // Then
        answer.then().statusCode(201).body("code", equalTo("QUIET_PLACE"));
        for (var reader : List.of(demo.educator(), demo.coordinator())) {
            ReferralMother.get(reader, made.referralPath() + "/recommendations")
                    .then()
                    .statusCode(200)
                    .body("items.text", contains("The library"))
                    .body("items.reviewOn", contains(review));
        }
        ReferralMother.get(demo.agencyStaff(), made.placementPath() + "/recommendations")
                .then()
                .body("items.code", contains("QUIET_PLACE"));
        ReferralMother.get(demo.otherEducator(), made.referralPath() + "/recommendations")
                .then()
                .statusCode(404);
        List<Bus.Relayed> events = Bus.eventsOf("footbridge.referral.v1", made.referral(), 7);
        assertThat(events.getLast().type()).endsWith("referral.recommendation_made.v1");
        assertThat(events.getLast().data()).doesNotContain("library", "QUIET");
    }

    @Test
    void shouldRefuseWhatTheConsentDoesNotLetTheSchoolKnow() {
        // Given
        Made made = mother.accepted();

        // When
        Response refused = recommend(made, Map.of("code", "QUIET_PLACE"));

        // Then
        refused.then().statusCode(409).body("type", endsWith("consent-missing"));
    }

    @Test
    void shouldTakeTheClassroomsViewWithTheConsent() {
        // Given
        Made made = mother.recommended();
        String consents = made.referralPath() + "/consents";
        String consent = ReferralMother.get(demo.coordinator(), consents).path("items[0].id");

        // When
        ReferralMother.post(demo.coordinator(), consents + "/" + consent + "/revoke", Map.of(), "\"0\"")
                .then()
                .statusCode(200);

        // Then
        ReferralMother.get(demo.educator(), made.referralPath() + "/recommendations")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void shouldRefuseFormsWithEveryFault() {
        Made made = mother.acceptedWithFeedback();
        recommend(made, Map.of("code", "OTHER", "reviewOn", "2020-01-01"))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/text", "/reviewOn"));
        recommend(made, Map.of("code", "SHOUT", "text", "a\u0007"))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/code", "/text"));
        recommend(mother.sent(), Map.of("code", "SEATING"))
                .then()
                .statusCode(409)
                .body("state", equalTo("SENT"));
    }

    private Response recommend(Made made, Map<String, ?> form) {
        return ReferralMother.post(demo.agencyStaff(), made.placementPath() + "/recommendations", form, null);
    }
}
