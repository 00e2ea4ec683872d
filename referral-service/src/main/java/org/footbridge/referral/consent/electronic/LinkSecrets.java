package org.footbridge.referral.consent.electronic;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes links, codes and form tickets out of a key and the signer's counters: the same link in every attempt to mail it, and
 * none of them in the database.
 */
@Singleton
class LinkSecrets {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int CODES = 1_000_000;

    private final String keyId;
    private final Map<String, SecretKeySpec> keys;

    LinkSecrets(SecretsConfig config) {
        this.keyId = config.keyId();
        this.keys = config.keys().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> key(entry.getKey(), entry.getValue())));
        if (!keys.containsKey(keyId)) {
            throw new IllegalArgumentException("footbridge.secrets.keys has no key '" + keyId + "'");
        }
    }

    /** What a form may be used for. */
    enum Stage {
        /** Asking for a code and typing it. */
        OPENED,
        /** Answering, after the right code. */
        PROVEN
    }

    /** The browser that a form was shown in, and until when it may be sent back. */
    record Ticket(Stage stage, String browser, Instant until) {}

    String currentKeyId() {
        return keyId;
    }

    /** What stands at the end of the signer's link. */
    String token(ConsentSigner signer) {
        return text(mac(signer.keyId(), "link|" + signer.id() + "|" + signer.linkNumber()));
    }

    /** What is kept of a token. */
    static String hash(String token) {
        return hash(token.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 in lower-case hexadecimal. */
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing in this JDK", e);
        }
    }

    /** Six digits. */
    String code(ConsentSigner signer) {
        byte[] bytes = mac(signer.keyId(), "code|" + signer.id() + "|" + signer.codeNumber());
        return "%06d".formatted(Long.remainderUnsigned(ByteBuffer.wrap(bytes).getLong(), CODES));
    }

    boolean isCode(ConsentSigner signer, String typed) {
        String digits = typed == null ? "" : typed.replaceAll("\\s", "");
        return same(code(signer), digits);
    }

    /** The hidden field of a form: worthless in another browser, for another link, after another code, and later. */
    String ticket(ConsentSigner signer, Ticket ticket) {
        return ticket.until().getEpochSecond() + "." + text(mac(signer.keyId(), seed(signer, ticket)));
    }

    boolean isTicket(ConsentSigner signer, Stage stage, String browser, String sent, Instant now) {
        if (sent == null || browser == null || !sent.matches("\\d{1,12}\\.[A-Za-z0-9_-]{43}")) {
            return false;
        }
        Instant until = Instant.ofEpochSecond(Long.parseLong(sent.substring(0, sent.indexOf('.'))));
        return now.isBefore(until) && same(ticket(signer, new Ticket(stage, browser, until)), sent);
    }

    private static String seed(ConsentSigner signer, Ticket ticket) {
        int code = ticket.stage() == Stage.PROVEN ? signer.codeNumber() : 0;
        return "form|" + ticket.stage() + "|" + signer.id() + "|" + signer.linkNumber() + "|" + code + "|"
                + ticket.browser() + "|" + ticket.until().getEpochSecond();
    }

    private byte[] mac(String key, String text) {
        SecretKeySpec spec = keys.get(key);
        if (spec == null) {
            throw new IllegalStateException("footbridge.secrets.keys has no key '" + key + "' any more");
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(spec);
            return mac.doFinal(("footbridge.consent|" + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC is missing in this JDK", e);
        }
    }

    private static boolean same(String expected, String sent) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static SecretKeySpec key(String id, String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.trim());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("footbridge.secrets.keys." + id + " must be 32 bytes in base64");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }
}
