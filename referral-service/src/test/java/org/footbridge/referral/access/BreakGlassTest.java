package org.footbridge.referral.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.TestClock;
import org.footbridge.referral.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading in need: with a reason, for three hours, and never unseen. */
@QuarkusTest
class BreakGlassTest {
    private static final Map<String, String> REASON = Map.of("reason", "The student is in my office.");

    TestDatabase database;
    DemoTokens demo;

    @Inject
    TestClock clock;

    private ReferralMother mother;
    private TokenBuilder counselor;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
        counselor = mother.otherSchoolsCounselor();
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void shouldLetACounselorOfAnotherSchoolReadForThreeHours() throws SQLException {
        // Given
        Made made = mother.submitted();
        ReferralMother.get(counselor, made.referralPath()).then().statusCode(404);

        // When
        open(counselor, made).then().statusCode(201).header("Location", containsString(made.referralPath()));

        // Then
        ReferralMother.get(counselor, made.referralPath())
                .then()
                .statusCode(200)
                .body("form.description", containsString(World.CANARY));
        ReferralMother.get(counselor, made.referralPath() + "/history")
                .then()
                .statusCode(200)
                .body("items.actorRole", hasItem("BREAK_GLASS"));
        assertThat(operationsLogged(made)).contains("break-glass", "referral", "referral-history");
        clock.advance(Duration.ofHours(3));
        ReferralMother.get(counselor, made.referralPath()).then().statusCode(404);
    }

    @Test
    void shouldTellBehindTheGlassWhomToCallAndNoMore() throws SQLException {
        // Given
        Made made = mother.wroteAndRead();
        String contacts = made.referralPath() + "/emergency-contacts";
        ReferralMother.get(counselor, contacts).then().statusCode(404);
        open(counselor, made).then().statusCode(201);

        // When
        Response told = ReferralMother.get(counselor, contacts);

        // Then
        told.then()
                .statusCode(200)
                .body("guardians.mayBeCalled", hasItem(true))
                .body("guardians.findAll { it.mayBeCalled }.phone", not(hasItem(nullValue())))
                .body("school.school", equalTo("Prairie View Elementary"))
                .body("agencies.name", hasItem("Organization " + DemoTokens.HARBOR_LIGHT))
                .body("crisis", notNullValue());
        assertThat(operationsLogged(made)).contains("emergency-contacts");
        for (String closed : List.of("/attachments", "/consents", "/recommendations", "/placements")) {
            assertThat(ReferralMother.get(counselor, made.referralPath() + closed)
                            .statusCode())
                    .as(closed)
                    .isIn(403, 404);
        }
        ReferralMother.get(demo.educator(), contacts).then().statusCode(403);
        ReferralMother.get(demo.coordinator(), contacts).then().statusCode(200);
        clock.advance(Duration.ofHours(3));
        ReferralMother.get(counselor, contacts).then().statusCode(404);
    }

    @Test
    void shouldNameWithoutANumberWhoMustNotBeCalled() {
        // Given
        Map<String, Object> form = ReferralMother.form();
        form.put("guardianMayBeContacted", false);
        String path = ReferralMother.post(demo.educator(), "/api/v1/referrals", form, null)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        // When, then
        ReferralMother.get(demo.coordinator(), path + "/emergency-contacts")
                .then()
                .statusCode(200)
                .body("guardians.mayBeCalled", everyItem(equalTo(false)))
                .body("guardians.phone", everyItem(nullValue()))
                .body("guardians.sms", everyItem(nullValue()));
    }

    @Test
    void shouldLetNobodyChangeAnythingBehindTheGlass() {
        // Given
        Made made = mother.submitted();
        open(counselor, made).then().statusCode(201);
        String etag = ReferralMother.etag(counselor, made.referralPath());

        // Then
        for (Map.Entry<String, Map<String, ?>> step : Map.<String, Map<String, ?>>of(
                        "withdraw", Map.of("reason", "OTHER"), "add-details", Map.of("strengths", "Draws well."))
                .entrySet()) {
            Response refused =
                    ReferralMother.post(counselor, made.referralPath() + "/" + step.getKey(), step.getValue(), etag);
            assertThat(refused.statusCode()).as(step.getKey()).isEqualTo(404);
        }
        ReferralMother.get(counselor, made.referralPath() + "/consents").then().statusCode(403);
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("SUBMITTED"));
    }

    @Test
    void shouldTellTheCoordinatorsOfTheSchool() {
        // Given
        Made made = mother.submitted();
        open(counselor, made).then().statusCode(201);

        // When
        Response told = ReferralMother.post(
                demo.internalService(),
                "/internal/v1/recipients/resolve",
                Map.of(
                        "eventId", UUID.randomUUID(),
                        "type", "referral.break_glass_opened.v1",
                        "referralId", made.referral()),
                null);

        // Then
        told.then()
                .statusCode(200)
                .body("recipients.role", hasItem("COORDINATOR"))
                .body("recipients.findAll { it.allowed }.address", hasItems("stf-9002@example.edu"));
    }

    @Test
    void shouldKeepTheReasonInTheHistoryForTheCoordinator() {
        // Given
        Made made = mother.submitted();
        open(counselor, made).then().statusCode(201);

        // Then
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/history")
                .then()
                .body("items.note", hasItem(REASON.get("reason")));
        assertThat(ReferralMother.get(demo.educator(), made.referralPath() + "/history")
                        .asString())
                .doesNotContain(REASON.get("reason"));
    }

    @Test
    void shouldBreakTheGlassOnlyInNeedAndOnlyByThoseWhoCare() {
        Made made = mother.submitted();
        ReferralMother.post(counselor, made.referralPath() + "/break-glass", Map.of("reason", " "), null)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/reason"));
        ReferralMother.post(counselor, made.referralPath() + "/break-glass", Map.of(), null)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        open(demo.coordinator(), made).then().statusCode(409);
        open(demo.districtAdmin(), made).then().statusCode(403);
        open(demo.educator(), made).then().statusCode(403);
        open(counselor, new Made(UUID.randomUUID(), null, null)).then().statusCode(404);
    }

    private static Response open(TokenBuilder who, Made made) {
        return ReferralMother.post(who, made.referralPath() + "/break-glass", REASON, null);
    }

    private List<String> operationsLogged(Made made) throws SQLException {
        List<String> operations = new ArrayList<>();
        try (Connection superuser = database.connectAsSuperuser();
                Statement select = superuser.createStatement();
                ResultSet rows = select.executeQuery("select operation from access_log where relation = 'BREAK_GLASS'"
                        + " and '" + made.referral() + "' = any(subject_ids)")) {
            while (rows.next()) {
                operations.add(rows.getString(1));
            }
        }
        return operations;
    }
}
