package org.footbridge.notification.endpoint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a new endpoint needs. */
@Schema(description = "A new webhook endpoint.", examples = """
                {"url": "https://ehr.harborlight.example/footbridge",
                 "eventTypes": ["referral.sent.v1", "referral.access_revoked.v1"],
                 "description": "Health record", "signature": "v1", "ordered": true, "maxPerSecond": 20,
                 "headers": [{"name": "X-Tenant-Key", "value": "hl-4711"}],
                 "alertAddress": "integrations@harborlight.example"}
                """)
public record CreateEndpointRequest(
        @Size(min = 1, max = 2000)
        @Schema(
                description = "Where events are posted to: https, a public address, no user name, no fragment. Left out"
                        + " where nothing can be posted and messages are fetched.",
                examples = "https://ehr.harborlight.example/footbridge")
        String url,

        @NotEmpty
        @Size(max = 50)
        @Schema(
                description =
                        "Public event types. A family is chosen by a wildcard such as `referral.*`, everything by `*`.",
                examples = "[\"referral.sent.v1\", \"referral.access_revoked.v1\"]")
        List<@NotNull @Size(max = 100) @Pattern(regexp = EVENT_TYPE) String> eventTypes,

        @Size(max = 200) @Schema(description = "For the owner's own people.")
        String description,

        @Size(max = 200) @Schema(description = "Only events of referrals of these schools; all where it is left out.")
        List<@NotNull UUID> schoolIds,

        @Size(max = 200) @Schema(description = "Only events of placements at these services; all where it is left out.")
        List<@NotNull UUID> serviceIds,

        @Size(max = 10) @Schema(description = "Sent with every delivery. Values are encrypted and never shown again.")
        List<@NotNull @Valid HeaderRequest> headers,

        @Valid AuthRequest auth,

        @Pattern(regexp = SignatureScheme.NAMES)
        @Schema(description = "`v1` (HMAC-SHA256, the default) or `v1a` (ed25519, with a key of the endpoint's own).")
        String signature,

        @Schema(
                description = "True keeps the order of each referral's events: one that fails holds back the later ones"
                        + " of its referral, and no other.")
        Boolean ordered,

        @Min(1)
        @Max(1000)
        @Schema(description = "At most so many deliveries a second; no limit where it is left out.", examples = "20")
        Integer maxPerSecond,

        @Email
        @Size(max = 254)
        @Schema(
                description = "Who is told by e-mail when the endpoint fails for long or is disabled.",
                examples = "integrations@harborlight.example")
        String alertAddress) {

    static final String EVENT_TYPE = "^(\\*|[a-z]+(\\.[a-z_]+)?(\\.v[0-9]+|\\.\\*))$";

    SignatureScheme scheme() {
        return signature == null ? SignatureScheme.V1 : SignatureScheme.of(signature);
    }
}
