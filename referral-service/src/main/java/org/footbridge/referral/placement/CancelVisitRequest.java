package org.footbridge.referral.placement;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.OneOf;

/** Who called a visit off. */
public record CancelVisitRequest(
        @Schema(implementation = CancelledBy.class, type = SchemaType.STRING, required = true)
        @NotNull
        @OneOf(CancelledBy.class)
        String by) {}
