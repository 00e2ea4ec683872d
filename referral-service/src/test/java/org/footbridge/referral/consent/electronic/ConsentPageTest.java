package org.footbridge.referral.consent.electronic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
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

/** A family signs, refuses and takes back, without a script and without an account. */
@QuarkusTest
class ConsentPageTest {
    private static final String NAME = "Zoë Nguyễn-Łuczak";
    private static final Map<String, String> SIGNATURE = Map.of("answer", "SIGN", "name", NAME, "agreed", "yes");

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
    void shouldShowNothingOfTheStudentBeforeTheCode() {
        // Given
        Made made = asked();

        // When
        ConsentPage page = ConsentPage.open(links.link(made));

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("<html lang=\"es\">", "Envíenme un código", "+1 555 0100")
                .doesNotContain(World.CANARY, "Organization", "Elementary");
        assertThat(page.reload("?lang=en").text()).contains("<html lang=\"en\">", "Send me a code");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        page.send("code", Map.of());
        assertThat(page.text()).contains("<label for=\"code\">").doesNotContain(World.CANARY);
    }

    @Test
    void shouldChangeNothingForAScannerThatOpensTheLink() {
        // Given
        Made made = asked();
        String link = links.link(made);

        // When
        for (String path : new String[] {"", "/code", "/open", "/answer", "/copy"}) {
            ConsentPage.open(link + path);
        }

        // Then
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/consent-requests")
                .then()
                .body("items.state", contains("OPEN"))
                .body("items[0].signers.state", contains("PENDING"));
        assertThat(links.opened(made).status()).isEqualTo(200);
    }

    @Test
    void shouldSignAndGiveACopyWhoseHashIsTheConsents() throws Exception {
        // Given
        Made made = asked();
        ConsentPage page = links.opened(made);
        assertThat(page.text()).contains(World.CANARY, "Permitido hasta", "34 CFR Parte 99", "for=\"name\"");

        // When
        page.send("answer", SIGNATURE);

        // Then
        assertThat(page.text()).contains("Su permiso quedó firmado");
        byte[] paper = page.send("copy", Map.of()).bytes();
        assertThat(page.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(text(paper)).contains("Given" + World.CANARY, NAME, "Permitido hasta", "código de un solo uso");
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(paper));
        String consent = ReferralMother.get(demo.coordinator(), made.referralPath() + "/consents")
                .then()
                .body("items.method", contains("ELECTRONIC_LINK"))
                .body("items.authMethod", contains("CODE_TO_ADDRESS"))
                .body("items.documentHash", contains(hash))
                .body("items.signerId", contains(World.GUARDIAN.toString()))
                .body("items.signedAt", contains(notNullValue()))
                .body("items.live", contains(true))
                .extract()
                .path("items[0].id");
        byte[] kept = ReferralMother.get(demo.coordinator(), made.referralPath() + "/consents/" + consent + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(kept).isEqualTo(paper);
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("READY"));
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/consent-requests")
                .then()
                .body("items.state", contains("SIGNED"))
                .body("items[0].signers.consentId", contains(consent));
        mother.step(demo.coordinator(), made.referralPath(), "placements", Map.of("serviceId", World.SERVICE), 201);
    }

    @Test
    void shouldWantNameAndBoxForASignature() {
        // Given
        Made made = asked();
        ConsentPage page = links.opened(made);

        // Then
        assertThat(page.send("answer", Map.of("answer", "SIGN", "name", NAME)).status())
                .isEqualTo(422);
        assertThat(page.send("answer", Map.of("answer", "SIGN", "name", " x ", "agreed", "yes"))
                        .status())
                .isEqualTo(422);
        assertThat(page.send("answer", Map.of("answer", "SIGN", "name", "Zoë\u0000N", "agreed", "yes"))
                        .status())
                .isEqualTo(422);
        assertThat(page.send("answer", Map.of("answer", "MAYBE")).text()).contains("for=\"name\"");
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("AWAITING_CONSENT"));
    }

    @Test
    void shouldSignOnce() {
        // Given
        Made made = asked();
        ConsentPage page = links.opened(made);
        String ticket = page.ticket();
        page.send("answer", SIGNATURE);

        // When
        page.send("answer", Map.of("answer", "SIGN", "name", NAME, "agreed", "yes", "ticket", ticket));

        // Then
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/consents")
                .then()
                .body("items.method", contains("ELECTRONIC_LINK"));
    }

    @Test
    void shouldGiveUpOnACodeAfterFiveTries() {
        // Given
        Made made = asked();
        ConsentPage page = ConsentPage.open(links.link(made));
        page.send("code", Map.of());
        String code = links.code(made);
        String wrong = code.equals("000000") ? "000001" : "000000";

        // When
        for (int i = 0; i < 5; i++) {
            assertThat(page.send("open", Map.of("code", wrong)).status()).isEqualTo(422);
        }

        // Then
        assertThat(page.send("open", Map.of("code", code)).status()).isEqualTo(422);
        assertThat(page.text()).contains("ningún código pendiente").doesNotContain(World.CANARY);
        clock.advance(Duration.ofMinutes(2));
        page.send("code", Map.of());
        assertThat(links.code(made)).isNotEqualTo(code);
        assertThat(page.send("open", Map.of("code", " " + links.code(made) + " "))
                        .text())
                .contains(World.CANARY);
    }

    @Test
    void shouldTakeACodeForTenMinutesAndOnce() {
        // Given
        Made made = asked();
        ConsentPage page = ConsentPage.open(links.link(made));
        page.send("code", Map.of());
        String code = links.code(made);

        // When
        clock.advance(Duration.ofMinutes(10));

        // Then
        assertThat(page.send("open", Map.of("code", code)).status()).isEqualTo(422);
        page.send("code", Map.of());
        String fresh = links.code(made);
        ConsentPage elsewhere = ConsentPage.open(links.link(made));
        assertThat(page.send("open", Map.of("code", fresh)).status()).isEqualTo(200);
        assertThat(elsewhere.send("open", Map.of("code", fresh)).status()).isEqualTo(422);
    }

    @Test
    void shouldNotFloodAMailbox() {
        // Given
        ConsentPage page = ConsentPage.open(links.link(asked()));
        page.send("code", Map.of());

        // Then
        assertThat(page.send("code", Map.of()).status()).isEqualTo(429);
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(2));
            assertThat(page.send("code", Map.of()).status()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(2));
        assertThat(page.send("code", Map.of()).status()).isEqualTo(429);
        clock.advance(Duration.ofHours(24));
        assertThat(page.reload("").send("code", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void shouldRefuseFormsThatItDidNotShowToThisBrowser() {
        // Given
        Made made = asked();
        ConsentPage page = links.opened(made);
        ConsentPage strange = ConsentPage.open(links.link(made));

        // Then
        for (String step : new String[] {"code", "open", "answer"}) {
            ConsentPage other = ConsentPage.open(links.link(made));
            assertThat(other.send(step, Map.of("ticket", page.ticket(), "answer", "SIGN"))
                            .status())
                    .isEqualTo(403);
            assertThat(other.send(step, Map.of("ticket", "")).status()).isEqualTo(403);
        }
        assertThat(strange.send("answer", SIGNATURE).status()).isEqualTo(403);
        assertThat(strange.reload("").send("copy", Map.of()).status()).isEqualTo(404);
        clock.advance(Duration.ofMinutes(31));
        assertThat(page.send("answer", SIGNATURE).status()).isEqualTo(403);
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("AWAITING_CONSENT"));
    }

    @Test
    void shouldNotOpenWhatIsNoLinkAnyMore() {
        // Given
        String link = links.link(asked());

        // Then
        assertThat(ConsentPage.open("/consent/none-of-ours").status()).isEqualTo(404);
        ConsentPage page = ConsentPage.open(link);
        clock.advance(Duration.ofDays(7));
        assertThat(ConsentPage.open(link).status()).isEqualTo(404);
        assertThat(page.send("code", Map.of()).status()).isEqualTo(404);
        assertThat(page.text()).contains("enlace ya no funciona").doesNotContain(World.CANARY);
    }

    @Test
    void shouldEndTheReferralWhenTheOnlyOneWhoMaySignRefuses() {
        // Given
        Made made = asked();

        // When
        ConsentPage page = links.opened(made).send("answer", Map.of("answer", "REFUSE"));

        // Then
        assertThat(page.text()).contains("usted no lo permite");
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("CONSENT_REFUSED"));
        ReferralMother.get(demo.coordinator(), made.referralPath() + "/history")
                .then()
                .body("items.actorRole", hasItem("GUARDIAN"));
    }

    @Test
    void shouldWaitOnWhileAnotherGuardianMayStillSign() throws SQLException {
        // Given
        sql("update guardianship set has_rights = true where guardian_id = '" + World.GUARDIAN_WITHOUT_RIGHTS + "'");
        try {
            Made made = asked();

            // When
            links.opened(made).send("answer", Map.of("answer", "REFUSE"));

            // Then
            ReferralMother.get(demo.coordinator(), made.referralPath())
                    .then()
                    .body("state", equalTo("AWAITING_CONSENT"));
            ReferralMother.get(demo.coordinator(), made.referralPath() + "/consent-requests")
                    .then()
                    .body("items.state", contains("REFUSED"));
        } finally {
            sql("update guardianship set has_rights = false where guardian_id = '" + World.GUARDIAN_WITHOUT_RIGHTS
                    + "'");
        }
    }

    @Test
    void shouldLoseAllAccessWhenTheSignerTakesItBack() {
        // Given
        Made made = asked();
        String link = links.link(made);
        links.sign(made, NAME);
        String sent = mother.step(
                        demo.coordinator(), made.referralPath(), "placements", Map.of("serviceId", World.SERVICE), 201)
                .path("id");
        String placement = "/api/v1/placements/" + sent;
        ReferralMother.get(demo.agencyStaff(), placement).then().statusCode(200);
        clock.advance(Duration.ofDays(30));

        // When
        ConsentPage page = links.opened(made, link);
        assertThat(page.text()).contains("REVOKE").doesNotContain("for=\"name\"");
        page.send("answer", Map.of("answer", "REVOKE"));

        // Then
        assertThat(page.text()).contains("Su permiso fue retirado");
        ReferralMother.get(demo.agencyStaff(), placement).then().statusCode(403);
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("CONSENT_REVOKED"));
        assertThat(page.reload("").status()).isEqualTo(404);
    }

    @Test
    void shouldNotTakeASignatureOfSomebodyWhoHasLostTheRight() throws SQLException {
        // Given
        Made made = asked();
        ConsentPage page = links.opened(made);
        sql("update guardianship set has_rights = false where guardian_id = '" + World.GUARDIAN + "'");

        // Then
        try {
            assertThat(page.send("answer", SIGNATURE).status()).isEqualTo(404);
        } finally {
            sql("update guardianship set has_rights = true where guardian_id = '" + World.GUARDIAN + "'");
        }
        ReferralMother.get(demo.coordinator(), made.referralPath()).then().body("state", equalTo("AWAITING_CONSENT"));
    }

    private Made asked() {
        Made made = mother.triaged();
        links.ask(made);
        return made;
    }

    private static String text(byte[] paper) throws IOException {
        PdfReader reader = new PdfReader(paper);
        return new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s+", " ");
    }

    private void sql(String statement) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser();
                Statement sql = superuser.createStatement()) {
            sql.execute(statement);
        }
    }
}
