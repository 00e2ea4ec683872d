package org.footbridge.referral.servicelevel;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceLevelResourceTest {
    private static final String LEVELS = "/api/v1/districts/" + DemoTokens.PRAIRIE_VIEW + "/service-levels";

    TestDatabase database;
    DemoTokens demo;

    @BeforeEach
    void fill() {
        World.fill(database);
    }

    @Test
    void shouldKeepWhatADistrictSetsAndFollowTheDefaultsElsewhere() {
        String before = ReferralMother.etag(demo.districtAdmin(), LEVELS);

        put(demo.districtAdmin(), before, limit("ROUTINE", "TRIAGE", 2, "SCHOOL_DAYS"))
                .then()
                .statusCode(200)
                .body("limits.ROUTINE.TRIAGE.amount", equalTo(2))
                .body("limits.ROUTINE.DECISION.amount", equalTo(3))
                .body("limits.CRISIS.TRIAGE.unit", equalTo("HOURS"));

        ReferralMother.get(demo.educator(), LEVELS).then().body("limits.ROUTINE.TRIAGE.amount", equalTo(2));
    }

    @Test
    void shouldRefuseACalendarInACrisis() {
        String tag = ReferralMother.etag(demo.districtAdmin(), LEVELS);

        put(demo.districtAdmin(), tag, limit("CRISIS", "TRIAGE", 1, "SCHOOL_DAYS"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/limits/CRISIS/TRIAGE/unit"));
    }

    @Test
    void shouldLetADistrictSayHowLongAContactHasInACrisis() {
        put(
                        demo.districtAdmin(),
                        ReferralMother.etag(demo.districtAdmin(), LEVELS),
                        limit("CRISIS", "CRISIS_ACKNOWLEDGEMENT", 5, "MINUTES"))
                .then()
                .statusCode(200)
                .body("limits.CRISIS.CRISIS_ACKNOWLEDGEMENT.amount", equalTo(5));
        put(
                        demo.districtAdmin(),
                        ReferralMother.etag(demo.districtAdmin(), LEVELS),
                        limit("ROUTINE", "CRISIS_ACKNOWLEDGEMENT", 5, "MINUTES"))
                .then()
                .statusCode(422)
                .body("errors.code", hasItems("crisis-only"));
        put(
                        demo.districtAdmin(),
                        ReferralMother.etag(demo.districtAdmin(), LEVELS),
                        limit("CRISIS", "CRISIS_ACKNOWLEDGEMENT", 15, "MINUTES"))
                .then()
                .statusCode(200);
    }

    @Test
    void shouldNameWhatIsNoLimit() {
        String tag = ReferralMother.etag(demo.districtAdmin(), LEVELS);

        put(demo.districtAdmin(), tag, limit("ROUTINE", "TRIAGE", 0, "HOURS"))
                .then()
                .statusCode(422);
        put(demo.districtAdmin(), tag, limit("ROUTINE", "TRIAGE", 1, "FORTNIGHTS"))
                .then()
                .statusCode(400);
        put(demo.districtAdmin(), tag, limit("LAZY", "TRIAGE", 1, "HOURS"))
                .then()
                .statusCode(400);
        put(demo.districtAdmin(), tag, Map.of()).then().statusCode(422);
    }

    @Test
    void shouldRefuseAChangeOfWhatHasChangedSince() {
        String tag = ReferralMother.etag(demo.districtAdmin(), LEVELS);
        put(demo.districtAdmin(), tag, limit("URGENT", "TRIAGE", 2, "HOURS"))
                .then()
                .statusCode(200);

        put(demo.districtAdmin(), tag, limit("URGENT", "TRIAGE", 3, "HOURS"))
                .then()
                .statusCode(412);
        put(demo.districtAdmin(), null, limit("URGENT", "TRIAGE", 3, "HOURS"))
                .then()
                .statusCode(428);
    }

    @Test
    void shouldLetOnlyTheDistrictsAdministratorSetThem() {
        Map<String, ?> body = limit("ROUTINE", "TRIAGE", 1, "SCHOOL_DAYS");

        put(demo.coordinator(), "\"0\"", body).then().statusCode(403);
        put(demo.otherDistrictAdmin(), "\"0\"", body).then().statusCode(404);
        ReferralMother.get(demo.otherDistrictAdmin(), LEVELS).then().statusCode(404);
        given().get(LEVELS).then().statusCode(401);
    }

    private static Map<String, ?> limit(String urgency, String kind, int amount, String unit) {
        return Map.of("limits", Map.of(urgency, Map.of(kind, Map.of("amount", amount, "unit", unit))));
    }

    private static Response put(TokenBuilder who, String etag, Map<String, ?> body) {
        var request =
                given().auth().oauth2(who.sign()).contentType(ContentType.JSON).body(body);
        return (etag == null ? request : request.header("If-Match", etag)).put(LEVELS);
    }
}
