package org.footbridge.notification.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.persistence.idempotency.OnceOnly;

/** A new endpoint with its secret, which nobody can read again. */
@Schema(name = "WebhookEndpointCreated", description = "The new endpoint. The secret is shown this once.")
public record EndpointCreatedResponse(
        @Schema(required = true) UUID id,
        @Schema(required = true, maxLength = 2000) String url,
        @Schema(required = true, maxItems = 50) List<String> eventTypes,
        @Schema(maxLength = 200) String description,
        @Schema(required = true) boolean enabled,
        @Schema(required = true) Instant createdAt,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(
                nullable = true,
                maxLength = 100,
                description = "`whsec_` and base64 of 32 bytes; null in the answer to a repeated request.")
        String secret,

        @Schema(description = "True in the answer to a repeated request: the secret was shown before.")
        Boolean secretShown)
        implements OnceOnly {

    static EndpointCreatedResponse of(Endpoint endpoint, String secret) {
        return new EndpointCreatedResponse(
                endpoint.id(),
                endpoint.url(),
                endpoint.eventTypes(),
                endpoint.description(),
                endpoint.isEnabled(),
                endpoint.createdAt(),
                secret,
                null);
    }

    @Override
    public Object replay() {
        return new EndpointCreatedResponse(id, url, eventTypes, description, enabled, createdAt, null, true);
    }
}
