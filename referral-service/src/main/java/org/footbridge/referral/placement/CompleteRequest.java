package org.footbridge.referral.placement;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.OneOf;
import org.footbridge.referral.referral.Outcome;

/** What came of it: only what ends in an outcome is complete. */
public record CompleteRequest(
        @Schema(implementation = Outcome.class, type = SchemaType.STRING, required = true)
        @NotNull
        @OneOf(Outcome.class)
        String outcome) {}
