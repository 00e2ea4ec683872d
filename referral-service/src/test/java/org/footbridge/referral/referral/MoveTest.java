package org.footbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.Bus;
import org.footbridge.referral.InSchool;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A referral goes with its student to another school of the district, and nobody enters it again. */
@QuarkusTest
class MoveTest {
    private static final Map<String, UUID> TO_THE_OTHER = Map.of("schoolId", World.OTHER_SCHOOL);

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldLieAtTheNewSchoolWhereNobodyOwnsItYet() {
        // Given
        Made made = mother.submittedForTheMoving();
        mother.step(demo.coordinator(), made.referralPath(), "triage", ReferralMother.triageForm(), 200);
        String id = made.referral().toString();

        // When
        Response moved = mother.step(demo.coordinator(), made.referralPath(), "move-to-school", TO_THE_OTHER, 200);

        // Then
        moved.then()
                .body("schoolId", equalTo(World.OTHER_SCHOOL.toString()))
                .body("schoolName", equalTo("Prairie View High"))
                .body("state", equalTo("AWAITING_CONSENT"))
                .body("coordinatorId", nullValue());
        ReferralMother.get(
                        demo.coordinator(), "/api/v1/referrals?limit=200&desk=UNOWNED&schoolId=" + World.OTHER_SCHOOL)
                .then()
                .body("items.id", hasItem(id));
        ReferralMother.get(demo.coordinator(), "/api/v1/referrals?limit=200&schoolId=" + World.SCHOOL)
                .then()
                .body("items.id", not(hasItem(id)));
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/history")
                .then()
                .body("items[-1].reasonCode", equalTo("MOVED_TO_SCHOOL"))
                .body("items[-1].note", equalTo("Prairie View High"));
        ReferralMother.get(demo.educator(), made.referralPath()).then().statusCode(404);
        List<Bus.Relayed> events = Bus.eventsOf("footbridge.referral.v1", made.referral(), 3);
        assertThat(events.getLast().type()).isEqualTo("org.footbridge.referral.assigned.v1");
        assertThat(events.getLast().data()).contains(World.OTHER_SCHOOL.toString());
    }

    @Test
    void shouldGoOnlyWhereTheStudentIs() {
        Made made = mother.submitted();
        mother.step(demo.coordinator(), made.referralPath(), "move-to-school", TO_THE_OTHER, 422)
                .then()
                .body("errors.pointer", contains("/schoolId"));
        mother.step(demo.coordinator(), made.referralPath(), "move-to-school", Map.of("schoolId", World.SCHOOL), 422);
        mother.step(demo.coordinator(), made.referralPath(), "move-to-school", Map.of(), 422);
    }

    @Test
    void shouldStayWhileTheOldSchoolsTeamHasIt() {
        // Given
        InSchool school = new InSchool(demo);
        Made made = mother.submittedForTheMoving();
        mother.step(demo.coordinator(), made.referralPath(), "triage", ReferralMother.triageForm(), 200);
        Made placed = school.place(made);

        // When
        mother.step(demo.coordinator(), made.referralPath(), "move-to-school", TO_THE_OTHER, 409);

        // Then
        school.step(placed, "decline", Map.of("code", "OTHER", "text", "Moves away."), 200);
        mother.step(demo.coordinator(), made.referralPath(), "move-to-school", TO_THE_OTHER, 200);
    }
}
