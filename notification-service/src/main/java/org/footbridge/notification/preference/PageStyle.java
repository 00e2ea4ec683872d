package org.footbridge.notification.preference;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The look of the pages behind the links in mails, and the policy that allows this style and nothing else. */
@ApplicationScoped
class PageStyle {
    private final String css = read();
    private final String policy = "default-src 'none'; style-src 'sha256-" + hash(css)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    String css() {
        return css;
    }

    String policy() {
        return policy;
    }

    private static String read() {
        try (InputStream file = PageStyle.class.getResourceAsStream("/unsubscribe/page.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this JDK", e);
        }
    }
}
