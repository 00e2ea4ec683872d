package org.footbridge.notification.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.persistence.idempotency.OnceOnly;

/** A new secret and how long the old one counts beside it. */
@Schema(name = "WebhookSecretRotated", description = "The new secret, shown this once.", examples = """
                {"signature": "v1", "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                 "previousValidUntil": "2026-11-03T15:00:00Z"}
                """)
public record SecretRotatedResponse(
        @Schema(required = true, maxLength = 10, description = "`v1` or `v1a`.")
        String signature,

        @Schema(maxLength = 60, description = "Of v1a: `whpk_` and base64 of the 32 bytes that verify.")
        String publicKey,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(
                nullable = true,
                maxLength = 100,
                description = "`whsec_` and base64 of 32 bytes; null for v1a and in the answer to a repeated request.")
        String secret,

        @Schema(description = "True in the answer to a repeated request: the secret was shown before.")
        Boolean secretShown,

        @Schema(required = true, description = "Until then deliveries carry a signature of the old secret too.")
        Instant previousValidUntil)
        implements OnceOnly {

    static SecretRotatedResponse of(Endpoint endpoint, String secret) {
        return new SecretRotatedResponse(
                endpoint.secrets().scheme().wire(),
                EndpointSecret.shownPublic(endpoint.secrets().publicKey()),
                secret,
                null,
                endpoint.secrets().oldUntil());
    }

    @Override
    public Object replay() {
        return new SecretRotatedResponse(signature, publicKey, null, true, previousValidUntil);
    }
}
