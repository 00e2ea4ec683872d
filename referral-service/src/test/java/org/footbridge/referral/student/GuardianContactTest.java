package org.footbridge.referral.student;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.referral.ConsentLinks;
import org.footbridge.referral.ConsentPage;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.Sql;
import org.footbridge.referral.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever must not be contacted hears nothing, by no way; and substance use goes to nobody without a consent that names it. */
@QuarkusTest
class GuardianContactTest {
    private static final String CONTACT =
            "/api/v1/students/" + World.STUDENT + "/guardians/" + World.GUARDIAN + "/contact";

    TestDatabase database;
    DemoTokens demo;

    private ReferralMother mother;
    private ConsentLinks links;

    @BeforeEach
    void fill() {
        World.fill(database);
        mother = new ReferralMother(demo);
        links = new ConsentLinks(demo, database);
    }

    @AfterEach
    void lift() {
        Sql.run(database, "update guardianship set may_contact = true where guardian_id = '" + World.GUARDIAN + "'");
    }

    @Test
    void shouldSuppressEveryMessageToAGuardian() {
        // Given
        Made asked = mother.triaged();
        links.ask(asked);
        String link = links.link(asked);
        Made ready = mother.ready();
        Made sent = mother.sent();

        // When
        forbid().then().statusCode(200).body("mayContact", equalTo(false)).body("reason", equalTo("SAFETY"));

        // Then
        links.mail(asked, "consent.requested.v1", "link_event_id")
                .then()
                .body("recipients.reason", contains("no-contact"))
                .body("recipients.address", contains(nullValue()))
                .body("recipients.link", contains(nullValue()));
        assertThat(ConsentPage.open(link).status()).isEqualTo(404);
        links.post(mother.triaged(), ConsentLinks.form())
                .then()
                .statusCode(422)
                .body("errors.code", contains("no-contact"));
        news(sent).then().body("recipients.findAll { it.allowed }", empty());
        assertThat(disclosed(ready).<List<?>>path("disclosed.record.contact.guardians"))
                .isEmpty();
        assertThat(portal()).doesNotContain(sent.referral().toString());
    }

    @Test
    void shouldSuppressEveryMessageOfAReferralWhoseFormSaysSo() {
        // Given
        Map<String, Object> form = ReferralMother.form();
        Made open = triaged(form);
        form.put("guardianMayBeContacted", false);
        Made made = triaged(form);

        // Then
        assertThat(portal())
                .contains(open.referral().toString())
                .doesNotContain(made.referral().toString());
        ReferralMother.get(demo.coordinator(), made.referralPath())
                .then()
                .body("form.guardianMayBeContacted", equalTo(false));
        links.post(made, ConsentLinks.form()).then().statusCode(422).body("errors.code", contains("no-contact"));
        record(made, ReferralMother.consentForm());
        Made sent = send(made);
        news(sent)
                .then()
                .body("recipients.findAll { it.allowed }", empty())
                .body("recipients.reason", hasItem("no-contact"));
        assertThat(read(sent).<List<?>>path("disclosed.record.contact.guardians"))
                .isEmpty();
    }

    @Test
    void shouldLetTheCoordinatorAloneSayWhoMayBeContacted() {
        ReferralMother.get(demo.coordinator(), CONTACT).then().statusCode(200).body("mayContact", equalTo(true));
        put(demo.coordinator(), CONTACT, null, Map.of("mayContact", false, "reason", "SAFETY"))
                .then()
                .statusCode(428);
        put(demo.coordinator(), CONTACT, "\"99999\"", Map.of("mayContact", false, "reason", "SAFETY"))
                .then()
                .statusCode(412);
        put(demo.coordinator(), CONTACT, "*", Map.of("mayContact", false, "reason", "BECAUSE"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        put(demo.educator(), CONTACT, "*", Map.of("mayContact", false, "reason", "SAFETY"))
                .then()
                .statusCode(403);
        String nobody =
                CONTACT.replace(World.GUARDIAN.toString(), UUID.randomUUID().toString());
        put(demo.coordinator(), nobody, "*", Map.of("mayContact", false, "reason", "SAFETY"))
                .then()
                .statusCode(404);
    }

    @Test
    void shouldReleaseSubstanceUseOnlyUnderAConsentThatNamesIt() {
        // Given
        Map<String, Object> form = ReferralMother.form();
        form.put("concerns", List.of("ANXIETY", "SUBSTANCE_USE"));
        Map<String, Object> general = ReferralMother.consentForm();
        general.put("scope", List.of("IDENTITY", "CONCERNS", "DESCRIPTION"));
        Map<String, Object> named = ReferralMother.consentForm();
        named.put("scope", List.of("IDENTITY", "CONCERNS", "DESCRIPTION", "PART2"));

        // When
        Made masked = triaged(form);
        record(masked, general);
        Made open = triaged(form);
        record(open, named);

        // Then
        read(send(masked))
                .then()
                .body("disclosed.record.concerns.codes", contains("ANXIETY"))
                .body("disclosed.record.description", nullValue())
                .body("redisclosureNotice", not(containsString("42 CFR part 2")));
        read(send(open))
                .then()
                .body("disclosed.record.concerns.codes", hasItem("SUBSTANCE_USE"))
                .body("disclosed.record.description.description", containsString(World.CANARY))
                .body("redisclosureNotice", containsString("42 CFR part 2 prohibits unauthorized use"));
        ReferralMother.get(demo.coordinator(), "/api/v1/students/" + World.STUDENT + "/disclosures")
                .then()
                .body("items[0].redisclosureNotice", containsString("42 CFR part 2"));
        for (String path : List.of(open.referralPath(), open.referralPath() + "/history", "/api/v1/referrals")) {
            assertThat(ReferralMother.get(demo.educator(), path).asString())
                    .as(path)
                    .doesNotContain("SUBSTANCE");
        }
    }

    /** What the guardian sees when he or she signs in. */
    private String portal() {
        return ReferralMother.get(demo.guardian(), "/api/v1/family-referrals?limit=200")
                .asString();
    }

    private Response forbid() {
        return put(
                demo.coordinator(),
                CONTACT,
                ReferralMother.etag(demo.coordinator(), CONTACT),
                Map.of("mayContact", false, "reason", "SAFETY"));
    }

    private static Response put(TokenBuilder who, String path, String etag, Map<String, ?> body) {
        var request =
                given().auth().oauth2(who.sign()).contentType(ContentType.JSON).body(body);
        return (etag == null ? request : request.header("If-Match", etag)).put(path);
    }

    private Made triaged(Map<String, Object> form) {
        String id = ReferralMother.post(demo.educator(), "/api/v1/referrals", form, null)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Made made = new Made(UUID.fromString(id), null, null);
        mother.step(demo.coordinator(), made.referralPath(), "triage", ReferralMother.triageForm(), 200);
        return made;
    }

    private void record(Made made, Map<String, Object> consent) {
        ReferralMother.post(demo.coordinator(), made.referralPath() + "/consents", consent, null)
                .then()
                .statusCode(201);
    }

    private Made send(Made made) {
        String placement = mother.step(
                        demo.coordinator(), made.referralPath(), "placements", Map.of("serviceId", World.SERVICE), 201)
                .path("id");
        return new Made(made.referral(), UUID.fromString(placement), null);
    }

    private Response disclosed(Made ready) {
        return read(send(ready));
    }

    private Response read(Made sent) {
        return ReferralMother.get(demo.agencyStaff(), sent.placementPath());
    }

    private Response news(Made made) {
        Map<String, Object> question = Map.of(
                "eventId", UUID.randomUUID(),
                "type", "referral.sent.v1",
                "referralId", made.referral(),
                "placementId", made.placement());
        return ReferralMother.post(demo.internalService(), "/internal/v1/recipients/resolve", question, null);
    }
}
