package org.footbridge.notification.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An endpoint as its owner sees it; never with its secret. */
@Schema(
        name = "WebhookEndpoint",
        description = "A webhook endpoint of the caller's agency or district.",
        examples = """
                {"id": "01980000-0000-7000-8000-0000000000e1", "url": "https://ehr.harborlight.example/footbridge",
                 "eventTypes": ["referral.sent.v1", "referral.access_revoked.v1"], "description": "Health record",
                 "headerNames": ["X-Tenant-Key"], "signature": "v1", "ordered": true, "maxPerSecond": 20,
                 "alertAddress": "integrations@harborlight.example", "enabled": true,
                 "createdAt": "2026-11-02T15:00:00Z", "changedAt": "2026-11-02T15:00:00Z"}
                """)
public record EndpointResponse(
        @Schema(required = true) UUID id,

        @Schema(maxLength = 2000, description = "Missing where messages are fetched.")
        String url,

        @Schema(required = true, maxItems = 50) List<String> eventTypes,
        @Schema(maxLength = 200) String description,
        @Schema(maxItems = 200) List<UUID> schoolIds,
        @Schema(maxItems = 200) List<UUID> serviceIds,
        @Schema(maxItems = 10) List<String> headerNames,
        AuthResponse auth,

        @Schema(required = true, maxLength = 10, description = "`v1` or `v1a`.")
        String signature,

        @Schema(maxLength = 60, description = "Of v1a: `whpk_` and base64 of the 32 bytes that verify.")
        String publicKey,

        @Schema(description = "Until then deliveries carry a signature of the secret before too.")
        Instant previousSecretValidUntil,

        @Schema(required = true) boolean ordered,
        @Schema(minimum = "1", maximum = "1000") Integer maxPerSecond,
        @Schema(maxLength = 254) String alertAddress,
        @Schema(required = true) boolean enabled,

        @Schema(
                maxLength = 50,
                description =
                        "Why it is disabled: BY_AGENCY, BY_DISTRICT, GONE (it answered 410) or FAILING (for days)."
                                + " Readers accept further codes.")
        String disabledReason,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant changedAt) {

    static EndpointResponse from(Endpoint endpoint) {
        return new EndpointResponse(
                endpoint.id(),
                endpoint.url(),
                endpoint.filter().eventTypes(),
                endpoint.description(),
                endpoint.filter().schoolIds(),
                endpoint.filter().serviceIds(),
                endpoint.headerNames(),
                endpoint.auth(),
                endpoint.secrets().scheme().wire(),
                EndpointSecret.shownPublic(endpoint.secrets().publicKey()),
                endpoint.secrets().oldUntil(),
                endpoint.isOrdered(),
                endpoint.maxPerSecond(),
                endpoint.alertAddress(),
                endpoint.isEnabled(),
                endpoint.disabledReason(),
                endpoint.createdAt(),
                endpoint.changedAt());
    }
}
