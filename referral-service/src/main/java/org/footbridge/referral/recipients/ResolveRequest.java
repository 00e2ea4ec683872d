package org.footbridge.referral.recipients;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody is to be told of. */
public record ResolveRequest(
        @NotNull UUID eventId,

        @Schema(examples = "referral.sent.v1") @NotNull @Size(max = 100)
        String type,

        @NotNull UUID referralId,
        @Schema(description = "Without it nobody is told.") UUID placementId) {}
