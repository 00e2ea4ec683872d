package org.footbridge.notification.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.footbridge.notification.endpoint.SigningKey;

/**
 * The {@code webhook-signature} of Standard Webhooks 1.0.0 over {@code id.timestamp.body}: one entry per key, so that a
 * receiver may hold the old or the new secret during a rotation.
 */
final class WebhookSignature {
    private static final String HMAC = "HmacSHA256";
    private static final String EDDSA = "Ed25519";

    private WebhookSignature() {}

    /**
     * Signs one attempt.
     *
     * @param keys the current one first
     */
    static String header(String webhookId, Instant attempt, byte[] body, List<SigningKey> keys) {
        byte[] head = (webhookId + "." + attempt.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        return keys.stream()
                .map(key -> key.scheme().wire() + "," + Base64.getEncoder().encodeToString(sign(key, head, body)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] sign(SigningKey key, byte[] head, byte[] body) {
        try {
            return switch (key.scheme()) {
                case V1 -> hmac(key.key(), head, body);
                case V1A -> ed25519(key.key(), head, body);
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 or Ed25519 is missing in this JDK", e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] head, byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(key, HMAC));
        mac.update(head);
        return mac.doFinal(body);
    }

    private static byte[] ed25519(byte[] seed, byte[] head, byte[] body) throws GeneralSecurityException {
        PrivateKey key =
                KeyFactory.getInstance(EDDSA).generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        Signature signature = Signature.getInstance(EDDSA);
        signature.initSign(key);
        signature.update(head);
        signature.update(body);
        return signature.sign();
    }
}
