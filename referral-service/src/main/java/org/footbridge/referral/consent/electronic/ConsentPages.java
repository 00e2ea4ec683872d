package org.footbridge.referral.consent.electronic;

import io.quarkus.qute.Engine;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.footbridge.referral.consent.electronic.LinkSecrets.Stage;
import org.footbridge.referral.consent.electronic.LinkSecrets.Ticket;
import org.footbridge.referral.consent.electronic.Shown.Message;
import org.footbridge.referral.consent.electronic.Shown.Step;

/** Writes the page: plain HTML, no script, nothing from elsewhere, kept by no cache. */
@Singleton
class ConsentPages {
    static final String COOKIE = "footbridge-consent";
    private static final String PATH = "/consent";
    private static final Duration FORMS_LIVE = Duration.ofMinutes(30);
    private static final int BROWSER_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Engine templates;
    private final Words words;
    private final LinkSecrets secrets;
    private final Clock clock;
    private final String style = style();
    private final String policy = policy(style);
    private final boolean secure;

    ConsentPages(
            Engine templates,
            Words words,
            LinkSecrets secrets,
            Clock clock,
            @ConfigProperty(name = "footbridge.url.public") String door) {
        this.templates = templates;
        this.words = words;
        this.secrets = secrets;
        this.clock = clock;
        this.secure = door.startsWith("https:");
    }

    /** Where a page goes: whose link, in which browser ({@code null} for one without our cookie), in which language. */
    record Reader(String token, String browser, String language) {}

    Response page(Shown shown, Reader reader) {
        String browser = reader.browser() == null ? newBrowser() : reader.browser();
        String wanted = reader.language() == null && shown.visit() != null
                ? shown.visit().who().language()
                : reader.language();
        Response.ResponseBuilder page = sealed(Response.status(shown.message().status()))
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .entity(html(shown, reader.token(), browser, words.language(wanted)));
        return (reader.browser() == null ? page.cookie(cookie(browser)) : page).build();
    }

    Response copy(byte[] paper) {
        return sealed(Response.ok(paper))
                .type("application/pdf")
                .header("Content-Disposition", "attachment; filename=\"consent.pdf\"")
                .build();
    }

    private Response.ResponseBuilder sealed(Response.ResponseBuilder answer) {
        return answer.header("Content-Security-Policy", policy)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("X-Robots-Tag", "noindex");
    }

    private String html(Shown shown, String token, String browser, String language) {
        Map<String, String> text = words.of(language);
        Visit visit = shown.visit();
        String said = shown.message().text();
        return templates
                .getTemplate("consent/" + shown.step().name().toLowerCase(Locale.ROOT) + ".html")
                .data("t", text)
                .data("lang", language)
                .data("style", style)
                .data("message", said == null ? null : text.get(said))
                .data("phone", visit == null ? null : visit.known().district().phone())
                .data("path", PATH + "/" + token)
                .data("answered", visit != null && visit.isAnswered())
                .data("copy", shown.message() == Message.SIGNED)
                .data("ticket", visit == null ? null : ticket(shown, browser))
                .data("wording", shown.step() == Step.ASK ? Wording.of(visit, words, language) : null)
                .render();
    }

    private String ticket(Shown shown, String browser) {
        boolean proven = shown.step() == Step.ASK || shown.step() == Step.DONE;
        return secrets.ticket(
                shown.visit().signer(),
                new Ticket(
                        proven ? Stage.PROVEN : Stage.OPENED,
                        browser,
                        clock.instant().plus(FORMS_LIVE)));
    }

    private NewCookie cookie(String browser) {
        return new NewCookie.Builder(COOKIE)
                .value(browser)
                .path(PATH)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private static String newBrowser() {
        byte[] bytes = new byte[BROWSER_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String style() {
        try (InputStream file = ConsentPages.class.getResourceAsStream("/consent/page.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String policy(String style) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash)
                    + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this JDK", e);
        }
    }
}
