package org.footbridge.referral.jurisdiction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ConsentLinks;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.Sql;
import org.footbridge.referral.TestClock;
import org.footbridge.referral.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The law of the state is data: asked at each decision, replaced by the platform alone. */
@QuarkusTest
class JurisdictionTest {
    private static final String RULES = "/api/v1/jurisdiction-rules";
    private static final String AUTHORITY = "/api/v1/students/" + World.STUDENT + "/consent-authority";

    TestDatabase database;
    DemoTokens demo;

    @Inject
    TestClock clock;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
        Sql.run(database, "delete from jurisdiction_rule_set");
        Sql.run(database, "update district set jurisdiction = 'US-KS' where id = '" + DemoTokens.PRAIRIE_VIEW + "'");
    }

    @AfterEach
    void reset() {
        clock.reset();
        Sql.run(database, "delete from jurisdiction_rule_set");
        Sql.run(database, "update district set jurisdiction = null where id = '" + DemoTokens.PRAIRIE_VIEW + "'");
    }

    @Test
    void shouldShipASampleThatSaysSoAndLetsNoMinorSign() {
        ReferralMother.get(demo.coordinator(), RULES)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("sample", equalTo(true))
                .body("rules.reviewedBy", everyItem(nullValue()))
                .body("rules.citation", everyItem(containsString("NOT REVIEWED")));
        ReferralMother.get(demo.coordinator(), AUTHORITY)
                .then()
                .statusCode(200)
                .body("decision", equalTo("GUARDIAN"))
                .body("needsHumanReview", equalTo(true));
    }

    @Test
    void shouldLetThePlatformAloneReplaceThem() {
        put("\"0\"", rules(rule(11, "OUTPATIENT_MH"))).then().statusCode(200).body("sample", equalTo(false));
        put("\"0\"", rules()).then().statusCode(412);
        put(null, rules()).then().statusCode(428);
        for (var stranger : List.of(demo.coordinator(), demo.districtAdmin(), demo.agencyStaff())) {
            given().auth()
                    .oauth2(stranger.sign())
                    .contentType(ContentType.JSON)
                    .header("If-Match", "*")
                    .body(rules())
                    .put(RULES)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void shouldNameEveryFaultOfTheRules() {
        Map<String, Object> backwards = rule(11, "SUD");
        backwards.put("effectiveTo", "2019-01-01");
        Map<String, Object> half = rule(11, "CRISIS");
        half.remove("reviewedAt");
        put("*", rules(rule(11, "OUTPATIENT_MH"), rule(12, "OUTPATIENT_MH"), backwards, half))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/rules/1", "/rules/2/effectiveTo", "/rules/3/reviewedAt"));
        Map<String, Object> wrong = rule(19, "TAXES");
        wrong.put("state", "Kansas");
        put("*", rules(wrong))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/rules/0/minAge", "/rules/0/topic", "/rules/0/state"));
    }

    @Test
    void shouldLetAMinorSignOnlyWhileAReviewedRuleSaysSo() {
        // Given
        Made made = mother.triaged();
        Map<String, Object> own = ReferralMother.consentForm();
        own.put("signerRole", "MINOR");
        own.remove("signerGuardianId");
        Map<String, Object> asked = ConsentLinks.formOfTheStudent();
        asked.put("signerRole", "MINOR");
        record(made, own).then().statusCode(422).body("errors.code", contains("not-allowed"));
        ask(made, asked).then().statusCode(422).body("errors.code", contains("not-allowed"));

        // When
        put("*", rules(rule(11, "OUTPATIENT_MH"))).then().statusCode(200);

        // Then
        ask(made, asked).then().statusCode(201).body("signers.role", contains("MINOR"));
        record(made, own).then().statusCode(201).body("signerRole", equalTo("MINOR"));
        put("*", rules()).then().statusCode(200);
        mother.step(demo.coordinator(), made.referralPath(), "placements", Map.of("serviceId", World.SERVICE), 409);
    }

    @Test
    void shouldTakeOnlyTheMinorsWordForSubstanceUseWhereTheLawSaysSo() {
        // Given
        put("*", rules(rule(11, "SUD"))).then().statusCode(200);
        Map<String, Object> form = ReferralMother.consentForm();
        form.put("scope", List.of("IDENTITY", "CONCERNS", "PART2"));

        // Then
        record(mother.triaged(), form).then().statusCode(422).body("errors.code", contains("minor-only"));
    }

    @Test
    void shouldStopAGuardiansConsentOnTheBirthdayInTheDistrictsZone() {
        // Given
        ZoneId zone = ZoneId.of("America/Chicago");
        LocalDate birthday = LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
        String birthDate = birthday.minusYears(18).toString();
        try {
            Sql.run(database, "update person set birth_date = '" + birthDate + "' where id = '" + World.STUDENT + "'");
            Made before = mother.ready();
            Made after = mother.ready();

            // When
            clock.advance(Duration.between(
                    clock.instant(), birthday.atStartOfDay(zone).toInstant().minusSeconds(60)));
            send(before, 201);
            clock.advance(Duration.ofSeconds(61));

            // Then
            send(after, 409);
            ReferralMother.get(demo.coordinator(), AUTHORITY)
                    .then()
                    .body("decision", equalTo("ELIGIBLE_STUDENT"))
                    .body("citation", equalTo("34 CFR 99.5"));
        } finally {
            Sql.run(database, "update person set birth_date = '2014-11-02' where id = '" + World.STUDENT + "'");
        }
    }

    @Test
    void shouldTellNobodyOfAnotherSchoolsStudent() {
        ReferralMother.get(demo.coordinator(), "/api/v1/students/" + World.FOREIGN_STUDENT + "/consent-authority")
                .then()
                .statusCode(404);
        ReferralMother.get(demo.coordinator(), "/api/v1/students/" + UUID.randomUUID() + "/consent-authority")
                .then()
                .statusCode(404);
        ReferralMother.get(demo.educator(), AUTHORITY).then().statusCode(403);
        ReferralMother.get(demo.coordinator(), AUTHORITY + "?topic=TAXES")
                .then()
                .statusCode(400);
    }

    private void send(Made made, int status) {
        mother.step(demo.coordinator(), made.referralPath(), "placements", Map.of("serviceId", World.SERVICE), status);
    }

    private Response record(Made made, Map<String, Object> form) {
        return ReferralMother.post(demo.coordinator(), made.referralPath() + "/consents", form, null);
    }

    private Response ask(Made made, Map<String, Object> form) {
        return ReferralMother.post(demo.coordinator(), made.referralPath() + "/consent-requests", form, null);
    }

    private Response put(String etag, Map<String, Object> rules) {
        var request = given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType(ContentType.JSON)
                .body(rules);
        return (etag == null ? request : request.header("If-Match", etag)).put(RULES);
    }

    @SafeVarargs
    private static Map<String, Object> rules(Map<String, Object>... rules) {
        return Map.of("rules", List.of(rules));
    }

    private static Map<String, Object> rule(int age, String topic) {
        return new HashMap<>(Map.of(
                "state",
                "US-KS",
                "topic",
                topic,
                "minAge",
                age,
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
    }
}
