package org.footbridge.referral.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a coordinator's question. */
public record SupplyInfoRequest(
        @Schema(
                description = "Shown to the referrer and the school's coordinators. Never crosses the bus.",
                examples = "For about three weeks, every day.")
        @NotBlank
        @Size(max = 2000)
        String answer) {}
