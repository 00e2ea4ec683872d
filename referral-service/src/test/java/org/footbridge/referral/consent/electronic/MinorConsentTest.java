package org.footbridge.referral.consent.electronic;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ConsentLinks;
import org.footbridge.referral.ConsentPage;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.Sql;
import org.footbridge.referral.TestClock;
import org.footbridge.referral.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A minor whom a reviewed rule lets decide signs on the page, and only as far as the rule goes. */
@QuarkusTest
class MinorConsentTest {
    private static final String RULES = "/api/v1/jurisdiction-rules";
    private static final String AUTHORITY = "/api/v1/students/" + World.STUDENT + "/consent-authority";

    TestDatabase database;
    DemoTokens demo;

    @Inject
    TestClock clock;

    private ReferralMother mother;
    private ConsentLinks links;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
        links = new ConsentLinks(demo, database);
        Sql.run(database, "update consent set signer_role = 'GUARDIAN' where signer_role = 'MINOR'");
        Sql.run(database, "update district set jurisdiction = 'US-KS' where id = '" + DemoTokens.PRAIRIE_VIEW + "'");
        Sql.run(database, "update person set email = 'stu-1001@example.edu' where id = '" + World.STUDENT + "'");
    }

    @AfterEach
    void reset() {
        clock.reset();
        Sql.run(database, "delete from jurisdiction_rule_set");
        Sql.run(database, "update district set jurisdiction = null where id = '" + DemoTokens.PRAIRIE_VIEW + "'");
    }

    @Test
    void shouldLetAMinorSignOnThePage() {
        // Given
        rule(Map.of());
        Made made = mother.triaged();
        ask(made);
        links.mail(made, "consent.requested.v1", "link_event_id")
                .then()
                .body("recipients.role", contains("STUDENT"))
                .body("recipients.address", contains("stu-1001@example.edu"));

        // When
        ConsentPage page = links.sign(made, "Student Herself");

        // Then
        assertThat(page.status()).isEqualTo(200);
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/consents")
                .then()
                .body("items.signerRole", contains("MINOR"))
                .body("items.method", contains("ELECTRONIC_LINK"));
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/history")
                .then()
                .body("items.actorRole", hasItem("STUDENT"));
        send(made, 201);
    }

    @Test
    void shouldNotCountAMinorsSignatureOnceTheRuleIsGone() {
        // Given
        rule(Map.of());
        Made made = mother.triaged();
        ask(made);
        ConsentPage page = links.opened(made);

        // When
        Sql.run(database, "delete from jurisdiction_rule_set");

        // Then
        page.send("answer", Map.of("answer", "SIGN", "name", "Student Herself", "agreed", "yes"));
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/consents")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void shouldCountTheSessionsThatTheRuleAllows() {
        // Given
        rule(Map.of("maxSessions", 1));
        Made made = signed();
        authority().body("decision", equalTo("MINOR")).body("used.sessions", equalTo(0));
        Made served = inService(made);

        // When, then
        authority()
                .body("decision", equalTo("GUARDIAN"))
                .body("needsHumanReview", equalTo(true))
                .body("reasons", contains("sessions-used-up"))
                .body("used.sessions", equalTo(1));
        ReferralMother.post(demo.coordinator(), served.sentPath() + "/messages", Map.of("text", "And now?"), null)
                .then()
                .statusCode(409)
                .body("type", endsWith("consent-missing"));
        Made next = mother.triaged();
        links.post(next, form()).then().statusCode(422).body("errors.code", contains("not-allowed"));
        ReferralMother.get(demo.agencyStaff(), served.placementPath()).then().statusCode(200);
    }

    @Test
    void shouldCountTheDaysThatTheRuleAllows() {
        // Given
        rule(Map.of("maxDays", 30));
        Made made = signed();

        // When
        clock.advance(Duration.ofDays(29));
        authority().body("decision", equalTo("MINOR"));
        clock.advance(Duration.ofDays(1));

        // Then
        authority().body("reasons", contains("days-used-up"));
        send(made, 409).then().body("detail", containsString("consent"));
    }

    @Test
    void shouldGoOnWhereAGuardianConsentsAfterwards() {
        // Given
        rule(Map.of("maxSessions", 1));
        Made served = inService(signed());

        // When
        ReferralMother.post(demo.coordinator(), served.referralPath() + "/consents", ReferralMother.consentForm(), null)
                .then()
                .statusCode(201);

        // Then
        ReferralMother.post(demo.coordinator(), served.sentPath() + "/messages", Map.of("text", "We go on."), null)
                .then()
                .statusCode(201);
    }

    private Made signed() {
        Made made = mother.triaged();
        ask(made);
        links.sign(made, "Student Herself");
        return made;
    }

    private Made inService(Made made) {
        UUID placement = UUID.fromString(send(made, 201).path("id"));
        Made placed = new Made(made.referral(), placement, null);
        mother.step(demo.agencyStaff(), placed.placementPath(), "accept", Map.of(), 200);
        Response booked = mother.step(
                demo.agencyStaff(), placed.placementPath(), "appointments", ReferralMother.visitForm(), 201);
        Made scheduled = new Made(made.referral(), placement, UUID.fromString(booked.path("id")));
        mother.attend(scheduled, "KEPT", 200);
        return scheduled;
    }

    private void ask(Made made) {
        links.post(made, form()).then().statusCode(201).body("signers.role", contains("MINOR"));
    }

    private static Map<String, Object> form() {
        Map<String, Object> form = ConsentLinks.formOfTheStudent();
        form.put("signerRole", "MINOR");
        return form;
    }

    private Response send(Made made, int status) {
        return mother.step(
                demo.coordinator(), made.referralPath(), "placements", Map.of("serviceId", World.SERVICE), status);
    }

    private io.restassured.response.ValidatableResponse authority() {
        return ReferralMother.get(demo.coordinator(), AUTHORITY).then().statusCode(200);
    }

    private void rule(Map<String, Object> conditions) {
        Map<String, Object> rule = new HashMap<>(Map.of(
                "state",
                "US-KS",
                "topic",
                "OUTPATIENT_MH",
                "minAge",
                11,
                "guardianInvolvement",
                "PROHIBITED",
                "effectiveFrom",
                "2020-01-01",
                "citation",
                "KS 1-2",
                "reviewedBy",
                "Counsel",
                "reviewedAt",
                "2026-01-01"));
        if (!conditions.isEmpty()) {
            rule.put("conditions", conditions);
        }
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("rules", List.of(rule)))
                .put(RULES)
                .then()
                .statusCode(200);
    }
}
