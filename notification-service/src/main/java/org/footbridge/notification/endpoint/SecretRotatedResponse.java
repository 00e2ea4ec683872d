package org.footbridge.notification.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.persistence.idempotency.OnceOnly;

/** A new secret and how long the old one counts beside it. */
@Schema(name = "WebhookSecretRotated", description = "The new secret, shown this once.")
public record SecretRotatedResponse(
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(
                nullable = true,
                maxLength = 100,
                description = "`whsec_` and base64 of 32 bytes; null in the answer to a repeated request.")
        String secret,

        @Schema(description = "True in the answer to a repeated request: the secret was shown before.")
        Boolean secretShown,

        @Schema(required = true, description = "Until then deliveries carry a signature of the old secret too.")
        Instant previousValidUntil)
        implements OnceOnly {

    @Override
    public Object replay() {
        return new SecretRotatedResponse(null, true, previousValidUntil);
    }
}
