package org.footbridge.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ReferralMother.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The closed loop at REST: from the educator's form to the agency's outcome, and what each side gets to see of it. */
@QuarkusTest
class MainJobTest {
    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldSubmitForAStudentOfOnesSchool() {
        // When
        Response made = ReferralMother.post(demo.educator(), "/api/v1/referrals", ReferralMother.form(), null);

        // Then
        made.then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/referrals/" + made.path("id")))
                .header("ETag", "\"0\"")
                .body("number", matchesPattern("FB-[0-9A-HJKMNP-TV-Z]{8}"))
                .body("state", equalTo("SUBMITTED"))
                .body("schoolId", equalTo(World.SCHOOL.toString()))
                .body("form", nullValue())
                .body("placements", nullValue());
    }

    @Test
    void shouldDriveAReferralFromTheFormToItsOutcome() {
        // When
        Made made = mother.completed();

        // Then
        ReferralMother.get(demo.coordinator(), made.referralPath())
                .then()
                .statusCode(200)
                .body("state", equalTo("COMPLETED"))
                .body("outcome", equalTo("SERVED_IMPROVED"))
                .body("attended", equalTo(true))
                .body("coordinatorId", equalTo(World.COORDINATOR.toString()))
                .body("placements", hasSize(1))
                .body("placements[0].state", equalTo("COMPLETED"))
                .body("dates.closedAt", notNullValue());
        ReferralMother.get(demo.educator(), made.referralPath())
                .then()
                .statusCode(200)
                .body("state", equalTo("COMPLETED"))
                .body("status", equalTo("Finished"))
                .body("attended", nullValue())
                .body("dates.firstVisitAt", nullValue())
                .body("outcome", nullValue())
                .body("form", nullValue())
                .body("placements", nullValue());
        assertThat(types(made, 9))
                .containsExactly(
                        "referral.submitted.v1",
                        "referral.triaged.v1",
                        "consent.granted.v1",
                        "referral.sent.v1",
                        "referral.access_granted.v1",
                        "referral.accepted.v1",
                        "referral.scheduled.v1",
                        "referral.attended.v1",
                        "referral.completed.v1");
    }

    @Test
    void shouldShowTheAgencyExactlyWhatTheConsentCovers() {
        // Given
        Made made = mother.sent();

        // When
        Response read = ReferralMother.get(demo.agencyStaff(), made.placementPath());

        // Then
        read.then()
                .statusCode(200)
                .body("state", equalTo("SENT"))
                .body("purpose", equalTo("TREATMENT"))
                .body("redisclosureNotice", containsString("34 CFR Part 99"))
                .body("disclosed.version", equalTo(1))
                .body("disclosed.scope", contains("IDENTITY", "CONTACT", "CONCERNS"))
                .body("disclosed.record.identity.familyName", equalTo("Family" + World.CANARY))
                .body("disclosed.record.contact.guardians", hasSize(1))
                .body("disclosed.record.concerns.codes", hasItems("ANXIETY", "SOCIAL"))
                .body("disclosed.record.description", nullValue())
                .body("disclosed.record.insurance", nullValue())
                .body("disclosed.record.school", nullValue())
                .body("allowed", hasItems("acknowledge", "accept", "decline"));
        assertThat(read.asString())
                .doesNotContain(World.STUDENT.toString(), World.GUARDIAN.toString(), "Stays alone", "Prairie View");
    }

    @Test
    void shouldEnterEveryReleaseAndReadIntoTheLedger() {
        // Given
        Made made = mother.sent();
        ReferralMother.get(demo.agencyStaff(), made.placementPath()).then().statusCode(200);

        // When
        Response ledger =
                ReferralMother.get(demo.coordinator(), "/api/v1/students/" + World.STUDENT + "/disclosures?limit=2");

        // Then
        ledger.then()
                .statusCode(200)
                .body("items.kind", contains("READ", "RELEASED"))
                .body("items[0].placementId", equalTo(made.placement().toString()))
                .body("items[0].recipientAgencyId", equalTo(DemoTokens.HARBOR_LIGHT.toString()))
                .body("items[0].scope", contains("CONCERNS", "CONTACT", "IDENTITY"))
                .body("items[0].legalBasis", containsString("99.30"));
    }

    @Test
    void shouldListReferralsToTheirSchoolsCoordinatorOnly() {
        // Given
        Made made = mother.submitted();
        String id = made.referral().toString();

        // When
        Response own = ReferralMother.get(demo.coordinator(), "/api/v1/referrals?limit=1");

        // Then
        own.then().statusCode(200).body("items.id", contains(id)).body("next", notNullValue());
        ReferralMother.get(demo.educator(), "/api/v1/referrals?state=SUBMITTED&limit=1")
                .then()
                .body("items.id", contains(id));
        ReferralMother.get(demo.otherEducator(), "/api/v1/referrals").then().body("items.id", not(hasItems(id)));
        ReferralMother.get(demo.otherDistrictCoordinator(), "/api/v1/referrals")
                .then()
                .body("items.id", not(hasItems(id)));
        ReferralMother.get(demo.districtAdmin(), "/api/v1/referrals").then().statusCode(403);
    }

    @Test
    void shouldPageThroughAListWithoutGapsOrDoubles() {
        // Given
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.addFirst(mother.submitted().referral().toString());
        }

        // When
        Response first = ReferralMother.get(demo.coordinator(), "/api/v1/referrals?limit=2");
        Response second =
                ReferralMother.get(demo.coordinator(), "/api/v1/referrals?limit=2&cursor=" + first.path("next"));

        // Then
        List<String> seen = new ArrayList<>(first.<List<String>>path("items.id"));
        seen.addAll(second.<List<String>>path("items.id"));
        assertThat(seen.subList(0, 3)).isEqualTo(made);
        ReferralMother.get(demo.educator(), "/api/v1/referrals?limit=2&state=READY&cursor=" + first.path("next"))
                .then()
                .statusCode(400);
    }

    private static List<String> types(Made made, int count) {
        return Bus.eventsOf("footbridge.referral.v1", made.referral(), count).stream()
                .map(event -> event.type().replace("org.footbridge.", ""))
                .toList();
    }
}
