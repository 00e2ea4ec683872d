package org.footbridge.notification.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.persistence.idempotency.OnceOnly;

/** A new endpoint with its secret, which nobody can read again. */
@Schema(
        name = "WebhookEndpointCreated",
        description = "The new endpoint. The secret is shown this once.",
        examples = """
                {"id": "01980000-0000-7000-8000-0000000000e1", "url": "https://ehr.harborlight.example/footbridge",
                 "eventTypes": ["referral.*"], "signature": "v1", "enabled": true,
                 "createdAt": "2026-11-02T15:00:00Z", "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}
                """)
public record EndpointCreatedResponse(
        @Schema(required = true) UUID id,

        @Schema(maxLength = 2000, description = "Missing where messages are fetched.")
        String url,

        @Schema(required = true, maxItems = 50) List<String> eventTypes,
        @Schema(maxLength = 200) String description,

        @Schema(required = true, maxLength = 10, description = "`v1` or `v1a`.")
        String signature,

        @Schema(maxLength = 60, description = "Of v1a: `whpk_` and base64 of the 32 bytes that verify.")
        String publicKey,

        @Schema(required = true) boolean enabled,
        @Schema(required = true) Instant createdAt,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(
                nullable = true,
                maxLength = 100,
                description = "`whsec_` and base64 of 32 bytes; null for v1a, where the public key verifies, and in the"
                        + " answer to a repeated request.")
        String secret,

        @Schema(description = "True in the answer to a repeated request: the secret was shown before.")
        Boolean secretShown)
        implements OnceOnly {

    static EndpointCreatedResponse of(Endpoint endpoint, String secret) {
        return new EndpointCreatedResponse(
                endpoint.id(),
                endpoint.url(),
                endpoint.filter().eventTypes(),
                endpoint.description(),
                endpoint.secrets().scheme().wire(),
                EndpointSecret.shownPublic(endpoint.secrets().publicKey()),
                endpoint.isEnabled(),
                endpoint.createdAt(),
                secret,
                null);
    }

    @Override
    public Object replay() {
        return new EndpointCreatedResponse(
                id, url, eventTypes, description, signature, publicKey, enabled, createdAt, null, true);
    }
}
