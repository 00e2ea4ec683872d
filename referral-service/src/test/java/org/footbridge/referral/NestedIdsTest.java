package org.footbridge.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ReferralMother.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A child is reached through its own parent only, by somebody who may reach both on their own and with every verb. */
@QuarkusTest
class NestedIdsTest {
    TestDatabase database;
    DemoTokens demo;

    private Made one;
    private Made other;

    @BeforeEach
    void fill() {
        World.fill(database);
        ReferralMother mother = new ReferralMother(demo);
        one = mother.scheduled();
        other = mother.scheduled();
    }

    @Test
    void shouldNotReachAPlacementThroughAnotherReferral() {
        String path = one.referralPath() + "/placements/" + other.placement();
        refused(demo.coordinator(), Method.GET, path, null);
        refused(demo.coordinator(), Method.POST, path + "/request-cancellation", Map.of("reason", "OTHER"));
        refused(demo.coordinator(), Method.POST, path + "/supply-info", Map.of("answer", "x"));
        refused(demo.coordinator(), Method.GET, path + "/messages", null);
        refused(demo.coordinator(), Method.POST, path + "/messages", Map.of("text", "x"));
    }

    @Test
    void shouldNotReachAConsentThroughAnotherReferral() {
        String consent = ReferralMother.get(demo.coordinator(), other.referralPath() + "/consents")
                .path("items[0].id");
        String path = one.referralPath() + "/consents/" + consent;
        refused(demo.coordinator(), Method.GET, path, null);
        refused(demo.coordinator(), Method.POST, path + "/revoke", Map.of());
    }

    @Test
    void shouldNotReachAVisitThroughAnotherPlacement() {
        String path = one.placementPath() + "/appointments/" + other.appointment();
        refused(demo.agencyStaff(), Method.GET, path, null);
        refused(demo.agencyStaff(), Method.POST, path + "/attendance", Map.of("outcome", "KEPT"));
        refused(demo.agencyStaff(), Method.POST, path + "/cancel", Map.of("by", "FAMILY"));
    }

    @Test
    void shouldNotReachARequestThroughAnotherStudent() {
        String mine = "/api/v1/students/" + World.STUDENT;
        String others = "/api/v1/students/" + World.TEEN;
        String access = id(mine + "/access-requests", Map.of());
        String amendment = id(mine + "/amendment-requests", Map.of("request", "x"));
        refused(demo.coordinator(), Method.GET, others + "/access-requests/" + access, null);
        refused(demo.coordinator(), Method.GET, others + "/access-requests/" + access + "/export", null);
        refused(
                demo.coordinator(),
                Method.POST,
                others + "/access-requests/" + access + "/close",
                Map.of("state", "WITHDRAWN"));
        refused(demo.coordinator(), Method.GET, others + "/amendment-requests/" + amendment, null);
        refused(
                demo.coordinator(),
                Method.POST,
                others + "/amendment-requests/" + amendment + "/decide",
                Map.of("accepted", true, "reason", "x"));
        refused(
                demo.coordinator(),
                Method.POST,
                others + "/amendment-requests/" + amendment + "/statement",
                Map.of("statement", "x"));
        String hold = ReferralMother.post(demo.districtAdmin(), mine + "/legal-holds", Map.of("reason", "x"), null)
                .path("id");
        refused(demo.districtAdmin(), Method.POST, others + "/legal-holds/" + hold + "/lift", Map.of());
        ReferralMother.post(demo.districtAdmin(), mine + "/legal-holds/" + hold + "/lift", Map.of(), "\"0\"")
                .then()
                .statusCode(200);
    }

    private String id(String path, Map<String, ?> form) {
        return ReferralMother.post(demo.coordinator(), path, form, null)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Whatever the version: a caller who may not know of it learns nothing by If-Match either. */
    private static void refused(TokenBuilder who, Method verb, String path, Map<String, ?> body) {
        RequestSpecification request = RestAssured.given().auth().oauth2(who.sign());
        if (body != null) {
            request.header("If-Match", "*").contentType("application/json").body(body);
        }
        Response answer = request.request(verb, path);
        assertThat(answer.statusCode()).as("%s %s", verb, path).isEqualTo(404);
    }
}
