package org.footbridge.referral.placement;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.OneOf;

/** Why the school wants a placement back. */
public record CancellationRequest(
        @Schema(implementation = CancellationReason.class, type = SchemaType.STRING, required = true)
        @NotNull
        @OneOf(CancellationReason.class)
        String reason) {}
