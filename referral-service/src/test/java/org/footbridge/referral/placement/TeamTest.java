package org.footbridge.referral.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.Bus;
import org.footbridge.referral.EventCounter;
import org.footbridge.referral.InSchool;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Help by the school's own team: the same machine, and nothing that leaves the school. */
@QuarkusTest
class TeamTest {
    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;
    private InSchool school;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
        school = new InSchool(demo);
    }

    @Test
    void shouldHelpInsideTheSchoolWithoutConsentOrDisclosure() throws SQLException {
        // Given
        Made made = school.placed();
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("PLACED"));
        ReferralMother.get(school.counselor(), InSchool.path(made))
                .then()
                .statusCode(200)
                .body("placement.state", equalTo("SENT"))
                .body("record.description.description", containsString(World.CANARY));

        // When
        Made served = school.inService();
        Response completed = school.step(served, "complete", Map.of("outcome", "SERVED_IMPROVED"), 200);

        // Then
        completed.then().body("state", equalTo("COMPLETED"));
        ReferralMother.get(demo.coordinator(), served.referralPath()).then().body("state", equalTo("COMPLETED"));
        assertThat(new EventCounter(database)
                        .query("select count(*) from disclosure where referral_id = ?", served.referral()))
                .isZero();
        List<Bus.Relayed> events = Bus.eventsOf("footbridge.referral.v1", served.referral(), 7);
        assertThat(events).extracting(Bus.Relayed::agency).allMatch(Objects::isNull);
        assertThat(events)
                .extracting(event -> event.type().replace("org.footbridge.", ""))
                .contains("referral.sent.v1", "referral.completed.v1")
                .doesNotContain("referral.access_granted.v1");
        ReferralMother.get(demo.coordinator(), served.referralPath() + "/history")
                .then()
                .body("items.actorRole", hasItem("COUNSELOR"));
    }

    @Test
    void shouldKeepItFromEverybodyElse() {
        // Given
        Made made = school.placed();
        Made other = school.placed();
        Made outside = mother.sent();

        // Then
        ReferralMother.get(demo.coordinator(), InSchool.path(made)).then().statusCode(404);
        ReferralMother.get(demo.educator(), InSchool.path(made)).then().statusCode(403);
        ReferralMother.get(demo.agencyStaff(), made.placementPath()).then().statusCode(404);
        ReferralMother.get(school.counselor(), InSchool.path(outside)).then().statusCode(404);
        String mixed = other.referralPath() + "/placements/" + made.placement() + "/team";
        ReferralMother.get(school.counselor(), mixed).then().statusCode(404);
        ReferralMother.post(school.counselor(), mixed + "/accept", Map.of(), "\"0\"")
                .then()
                .statusCode(404);
        ReferralMother.post(school.counselor(), InSchool.path(made) + "/accept", Map.of(), "\"7\"")
                .then()
                .statusCode(412);
        ReferralMother.post(
                        school.counselor(),
                        InSchool.path(made) + "/complete",
                        Map.of("outcome", "SERVED_IMPROVED"),
                        "\"0\"")
                .then()
                .statusCode(409);
    }

    @Test
    void shouldGiveTheReferralBackAndThenAskForConsentToSendIt() {
        // Given
        Made made = school.placed();

        // When
        school.step(made, "decline", Map.of("code", "NO_CAPACITY"), 200);

        // Then
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("READY"));
        mother.step(demo.coordinator(), made.referralPath(), "placements", Map.of("serviceId", World.SERVICE), 409)
                .then()
                .body("type", endsWith("consent-missing"));
    }

    @Test
    void shouldGoOnWhenAConsentToSomethingElseIsTakenBack() {
        // Given
        Made made = school.place(mother.ready());
        String consents = made.referralPath() + "/consents";
        String consent = ReferralMother.get(demo.coordinator(), consents).path("items[0].id");

        // When
        ReferralMother.post(demo.coordinator(), consents + "/" + consent + "/revoke", Map.of(), "\"0\"")
                .then()
                .statusCode(200);

        // Then
        school.step(made, "accept", Map.of(), 200).then().body("state", equalTo("ACCEPTED"));
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("PLACED"));
    }

    @Test
    void shouldAskTheCoordinatorWithoutADisclosure() throws SQLException {
        // Given
        Made made = school.placed();
        school.step(made, "progress/ask-info", Map.of("question", "Which lesson?"), 200);

        // When
        Response answered =
                mother.step(demo.coordinator(), made.sentPath(), "supply-info", Map.of("answer", "Sport."), 200);

        // Then
        answered.then().body("state", equalTo("ACKNOWLEDGED"));
        ReferralMother.get(school.counselor(), InSchool.path(made))
                .then()
                .body("questions[0].answer", equalTo("Sport."));
        assertThat(new EventCounter(database)
                        .query("select count(*) from disclosure where placement_id = ?", made.placement()))
                .isZero();
    }
}
