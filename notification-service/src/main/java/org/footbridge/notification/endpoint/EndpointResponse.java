package org.footbridge.notification.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An endpoint as its agency sees it; never with its secret. */
@Schema(name = "WebhookEndpoint", description = "A webhook endpoint of the caller's agency.")
public record EndpointResponse(
        @Schema(required = true) UUID id,
        @Schema(required = true, maxLength = 2000) String url,
        @Schema(required = true, maxItems = 50) List<String> eventTypes,
        @Schema(maxLength = 200) String description,
        @Schema(required = true) boolean enabled,

        @Schema(
                maxLength = 50,
                description = "Why it is disabled: BY_AGENCY or GONE (it answered 410). Readers accept further codes.")
        String disabledReason,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant changedAt) {

    static EndpointResponse from(Endpoint endpoint) {
        return new EndpointResponse(
                endpoint.id(),
                endpoint.url(),
                endpoint.eventTypes(),
                endpoint.description(),
                endpoint.isEnabled(),
                endpoint.disabledReason(),
                endpoint.createdAt(),
                endpoint.changedAt());
    }
}
