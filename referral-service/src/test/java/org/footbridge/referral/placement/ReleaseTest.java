package org.footbridge.referral.placement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The exception to consent: one placement, by a right that is named, for a reason that the ledger keeps. */
@QuarkusTest
class ReleaseTest {
    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
    }

    @Test
    void shouldReleaseInAnEmergencyAndKeepWhyInTheLedger() {
        // Given
        Made crisis = mother.crisis();

        // When
        Made sent = released(crisis, ReferralMother.releaseForm());

        // Then
        ReferralMother.get(demo.agencyStaff(), sent.placementPath())
                .then()
                .statusCode(200)
                .body("disclosed.record.identity.givenName", containsString(World.CANARY))
                .body("disclosed.record.description", nullValue())
                .body("redisclosureNotice", notNullValue());
        ReferralMother.get(demo.otherAgencyStaff(), sent.placementPath()).then().statusCode(404);
        ReferralMother.get(demo.coordinator(), "/api/v1/students/" + World.STUDENT + "/disclosures")
                .then()
                .body("items[0].kind", equalTo("READ"))
                .body("items[1].kind", equalTo("RELEASED"))
                .body("items[0..1].legalBasis", everyItem(containsString("34 CFR 99.31(a)(10)")))
                .body("items[1].reason", equalTo("No guardian can be reached."))
                .body("items[1].threatDescription", containsString("hurt himself"));
        ReferralMother.get(demo.coordinator(), crisis.referralPath()).then().body("state", equalTo("PLACED"));
        ReferralMother.get(demo.coordinator(), crisis.referralPath() + "/history")
                .then()
                .body("items.reasonCode", hasItem("HEALTH_SAFETY"));
    }

    @Test
    void shouldReleaseForThisPlacementOnly() {
        // Given
        Made sent = released(mother.triaged(), ReferralMother.releaseForm());

        // When
        mother.step(demo.agencyStaff(), sent.placementPath(), "ask-info", Map.of("question", "Which hours?"), 200);

        // Then
        mother.step(demo.coordinator(), sent.sentPath(), "supply-info", Map.of("answer", "After school."), 409)
                .then()
                .body("type", endsWith("consent-missing"));
    }

    @Test
    void shouldReleaseFilesOnlyWhereTheReleaseNamesThem() {
        // Given
        Made made = mother.triaged();
        String file = mother.file(made).toString();
        Map<String, Object> form = ReferralMother.releaseForm();
        Made without = released(made, form);
        Made other = mother.triaged();
        String given = mother.file(other).toString();
        form.put("scope", List.of("IDENTITY", "ATTACHMENTS"));

        // When
        Made with = released(other, form);

        // Then
        ReferralMother.get(demo.agencyStaff(), without.placementPath() + "/attachments")
                .then()
                .body("items", empty());
        ReferralMother.get(demo.agencyStaff(), without.placementPath() + "/attachments/" + file)
                .then()
                .statusCode(404);
        ReferralMother.get(demo.agencyStaff(), with.placementPath() + "/attachments")
                .then()
                .body("items.id", contains(given));
        ReferralMother.get(demo.agencyStaff(), with.placementPath() + "/attachments/" + given)
                .then()
                .statusCode(200);
        ReferralMother.get(demo.coordinator(), "/api/v1/students/" + World.STUDENT + "/disclosures?limit=3")
                .then()
                .body("items.kind", contains("ATTACHMENT_READ", "ATTACHED", "RELEASED"))
                .body("items.legalBasis", everyItem(containsString("34 CFR 99.31(a)(10)")));
        String later = mother.file(other).toString();
        ReferralMother.post(demo.coordinator(), with.sentPath() + "/attachments/" + later + "/release", Map.of(), null)
                .then()
                .statusCode(409)
                .body("type", endsWith("consent-missing"));
        form.put("scope", List.of("IDENTITY", "FEEDBACK"));
        Made third = mother.triaged();
        release(third, form, etag(third)).then().statusCode(422).body("errors.pointer", contains("/scope"));
    }

    @Test
    void shouldNotTakeItAwayWithAConsent() {
        // Given
        Made sent = released(mother.triaged(), ReferralMother.releaseForm());
        ReferralMother.post(demo.coordinator(), sent.referralPath() + "/consents", ReferralMother.consentForm(), null)
                .then()
                .statusCode(201);
        String consents = sent.referralPath() + "/consents";
        String consent = ReferralMother.get(demo.coordinator(), consents).path("items[0].id");

        // When
        mother.step(demo.coordinator(), consents + "/" + consent, "revoke", Map.of(), 200);

        // Then
        ReferralMother.get(demo.agencyStaff(), sent.placementPath()).then().statusCode(200);
    }

    @Test
    void shouldNameEveryFault() {
        Made made = mother.triaged();
        Map<String, Object> form = ReferralMother.releaseForm();
        form.remove("threatDescription");
        form.put("scope", List.of("IDENTITY", "PART2"));
        release(made, form, etag(made))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/threatDescription", "/scope"));
        form = ReferralMother.releaseForm();
        form.put("basis", "CONSENT");
        release(made, form, etag(made)).then().statusCode(422).body("errors.pointer", contains("/basis"));
        form.put("basis", "CONVENIENCE");
        form.remove("reason");
        release(made, form, etag(made))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/basis", "/reason"));
        form = ReferralMother.releaseForm();
        form.put("serviceId", World.SERVICE_WITHOUT_AGREEMENT);
        release(made, form, etag(made)).then().statusCode(409).body("type", endsWith("no-agreement"));
    }

    @Test
    void shouldReleaseOnACourtsOrderToAServiceWithoutRoom() {
        Map<String, Object> form = ReferralMother.releaseForm();
        form.put("basis", "COURT_ORDER");
        form.put("serviceId", World.FULL_SERVICE);
        form.put("reason", "Order 26-1134 of the district court.");
        form.remove("threatDescription");
        released(mother.triaged(), form);
    }

    @Test
    void shouldLetTheSchoolsCoordinatorAloneDecide() {
        Made made = mother.triaged();
        String etag = etag(made);
        ReferralMother.post(demo.educator(), made.referralPath() + "/releases", ReferralMother.releaseForm(), etag)
                .then()
                .statusCode(403);
        release(made, ReferralMother.releaseForm(), null).then().statusCode(428);
        release(made, ReferralMother.releaseForm(), "\"9999\"").then().statusCode(412);
        released(made, ReferralMother.releaseForm());
        release(made, ReferralMother.releaseForm(), etag(made)).then().statusCode(409);
    }

    private Made released(Made made, Map<String, Object> form) {
        Response sent = release(made, form, etag(made));
        sent.then().statusCode(201).header("Location", containsString(made.referralPath() + "/placements/"));
        return new Made(made.referral(), UUID.fromString(sent.path("id")), null);
    }

    private Response release(Made made, Map<String, Object> form, String etag) {
        return ReferralMother.post(demo.coordinator(), made.referralPath() + "/releases", form, etag);
    }

    private String etag(Made made) {
        return ReferralMother.etag(demo.coordinator(), made.referralPath());
    }
}
