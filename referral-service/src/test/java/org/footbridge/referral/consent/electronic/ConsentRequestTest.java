package org.footbridge.referral.consent.electronic;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.referral.ConsentLinks;
import org.footbridge.referral.ConsentPage;
import org.footbridge.referral.ReferralMother;
import org.footbridge.referral.ReferralMother.Made;
import org.footbridge.referral.TestClock;
import org.footbridge.referral.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The coordinator asks by mail; links and codes are nowhere but in the mails. */
@QuarkusTest
class ConsentRequestTest {
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
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void shouldMailALinkToTheGuardian() {
        // Given
        Made made = mother.triaged();

        // When
        Response asked = links.post(made, ConsentLinks.form());

        // Then
        asked.then()
                .statusCode(201)
                .header("Location", containsString(made.referralPath() + "/consent-requests/"))
                .header("ETag", equalTo("\"0\""))
                .body("state", equalTo("OPEN"))
                .body("scope", containsInAnyOrder("IDENTITY", "CONTACT", "CONCERNS"))
                .body("signers.state", contains("PENDING"))
                .body("signers.personId", contains(World.GUARDIAN.toString()));
        links.mail(made, "consent.requested.v1", "link_event_id")
                .then()
                .body("recipients.role", contains("GUARDIAN"))
                .body("recipients.address", contains("gdn-7001@example.edu"))
                .body("recipients.language", contains("es"))
                .body("recipients.code", contains(nullValue()));
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/history")
                .then()
                .body("items.reasonCode", hasItem("CONSENT_REQUESTED"));
        ReferralMother.get(demo.coordinator(), made.referralPath())
                .then()
                .body("dates.consentRequestedAt", notNullValue());
        ReferralMother.get(demo.coordinator(), "/api/v1/referrals?desk=AWAITING_CONSENT&limit=1")
                .then()
                .body("items[0].id", equalTo(made.referral().toString()))
                .body("items[0].consentRequestedAt", notNullValue());
    }

    @Test
    void shouldMakeTheSameLinkInEveryAttemptAndKeepItNowhere() throws SQLException {
        // Given
        Made made = mother.triaged();
        links.ask(made);

        // When
        String link = links.link(made);
        ConsentPage.open(link).send("code", Map.of());
        String code = links.code(made);

        // Then
        assertThat(links.link(made)).isEqualTo(link);
        assertThat(links.code(made)).isEqualTo(code).matches("\\d{6}");
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(rows("consent_request", "consent_signer", "consent_link", "outbox", "transition"))
                .doesNotContain(token)
                .doesNotContain("\"" + code + "\"");
    }

    @Test
    void shouldNameEveryFaultOfAQuestion() {
        // Given
        Map<String, Object> form = ConsentLinks.form();
        form.put("recipientAgencyId", UUID.randomUUID());
        form.put("expiresOn", LocalDate.now().minusDays(2).toString());
        form.put("guardianIds", List.of(World.GUARDIAN_WITHOUT_RIGHTS, World.FOREIGN_GUARDIAN));

        // Then
        links.post(mother.triaged(), form)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/recipientAgencyId", "/expiresOn", "/guardianIds/0", "/guardianIds/1"));
        links.post(mother.triaged(), ConsentLinks.formOfTheStudent())
                .then()
                .statusCode(422)
                .body("errors.code", contains("not-of-age"));
        form.put("scope", List.of());
        form.put("signerRole", "NEIGHBOUR");
        links.post(mother.triaged(), form)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/scope", "/signerRole"));
    }

    @Test
    void shouldAskTheStudentWhoIsOfAge() {
        // Given
        Map<String, Object> referral = ReferralMother.form();
        referral.put("studentId", World.STUDENT_OF_AGE);
        String id = ReferralMother.post(demo.educator(), "/api/v1/referrals", referral, null)
                .path("id");
        Made made = new Made(UUID.fromString(id), null, null);
        mother.step(demo.coordinator(), made.referralPath(), "triage", ReferralMother.triageForm(), 200);

        // Then
        links.post(made, ConsentLinks.form()).then().statusCode(422).body("errors.code", contains("rights-moved"));
        links.post(made, ConsentLinks.formOfTheStudent()).then().statusCode(201);
        links.mail(made, "consent.requested.v1", "link_event_id")
                .then()
                .body("recipients.role", contains("STUDENT"))
                .body("recipients.address", contains("stu-1004"));
    }

    @Test
    void shouldNotMailALinkThatIsOfNoUse() throws SQLException {
        // Given
        Made withdrawn = mother.triaged();
        links.ask(withdrawn);
        Made old = mother.triaged();
        links.ask(old);

        // Then
        sql("update guardianship set may_contact = false where guardian_id = '" + World.GUARDIAN + "'");
        try {
            links.mail(withdrawn, "consent.requested.v1", "link_event_id")
                    .then()
                    .body("recipients.allowed", contains(false))
                    .body("recipients.reason", contains("no-contact"))
                    .body("recipients.link", contains(nullValue()));
        } finally {
            sql("update guardianship set may_contact = true where guardian_id = '" + World.GUARDIAN + "'");
        }
        clock.advance(Duration.ofDays(8));
        links.mail(old, "consent.requested.v1", "link_event_id")
                .then()
                .body("recipients.reason", contains("out-of-date"))
                .body("recipients.address", contains(nullValue()));
    }

    @Test
    void shouldKillTheLinksOfACancelledRequest() {
        // Given
        Made made = mother.triaged();
        String request = links.ask(made);
        String link = links.link(made);
        assertThat(ConsentPage.open(link).status()).isEqualTo(200);
        ReferralMother.post(demo.coordinator(), request + "/cancel", Map.of(), null)
                .then()
                .statusCode(428);
        ReferralMother.post(demo.coordinator(), request + "/cancel", Map.of(), "\"7\"")
                .then()
                .statusCode(412);

        // When
        mother.step(demo.coordinator(), request, "cancel", Map.of(), 200).then().body("state", equalTo("CANCELLED"));

        // Then
        assertThat(ConsentPage.open(link).status()).isEqualTo(404);
        mother.step(demo.coordinator(), request, "cancel", Map.of(), 409);
        mother.step(demo.coordinator(), request, "resend", Map.of(), 409);
    }

    @Test
    void shouldMailNewLinksAndKillTheOldOnes() {
        // Given
        Made made = mother.triaged();
        String request = links.ask(made);
        String old = links.link(made);

        // When
        clock.advance(Duration.ofDays(6));
        mother.step(demo.coordinator(), request, "resend", Map.of(), 200);

        // Then
        String fresh = links.link(made);
        assertThat(fresh).isNotEqualTo(old);
        assertThat(ConsentPage.open(old).status()).isEqualTo(404);
        clock.advance(Duration.ofDays(6));
        assertThat(ConsentPage.open(fresh).status()).isEqualTo(200);
    }

    @Test
    void shouldAskOnceForOneIdempotencyKey() {
        // Given
        Made made = mother.triaged();
        String key = UUID.randomUUID().toString();

        // When
        String first = withKey(made, key).then().statusCode(201).extract().path("id");
        String second = withKey(made, key).then().statusCode(201).extract().path("id");

        // Then
        assertThat(second).isEqualTo(first);
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/consent-requests")
                .then()
                .statusCode(200)
                .body("items.id", contains(first));
    }

    @Test
    void shouldAskOnlyWhereAConsentIsOfUseAndOnlyByTheCoordinator() {
        Made made = mother.triaged();
        ReferralMother.post(demo.educator(), made.referralPath() + "/consent-requests", ConsentLinks.form(), null)
                .then()
                .statusCode(403);
        mother.step(demo.coordinator(), made.referralPath(), "withdraw", Map.of("reason", "OTHER"), 200);
        links.post(made, ConsentLinks.form()).then().statusCode(409);
    }

    @Test
    void shouldTakeNoWordOfMouthForAConsent() {
        Made made = mother.triaged();
        for (String method : List.of("VERBAL", "ELECTRONIC_LINK")) {
            Map<String, Object> form = ReferralMother.consentForm();
            form.put("method", method);
            ReferralMother.post(demo.coordinator(), made.referralPath() + "/consents", form, null)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/method"));
        }
    }

    private Response withKey(Made made, String key) {
        return given().auth()
                .oauth2(demo.coordinator().sign())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(ConsentLinks.form())
                .post(made.referralPath() + "/consent-requests");
    }

    private String rows(String... tables) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection superuser = database.connectAsSuperuser();
                Statement select = superuser.createStatement()) {
            for (String table : tables) {
                try (ResultSet rows = select.executeQuery("select row_to_json(t)::text from " + table + " t")) {
                    while (rows.next()) {
                        text.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return text.toString();
    }

    private void sql(String statement) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement()) {
            sql.execute(statement);
        }
    }
}
