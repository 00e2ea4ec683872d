package org.footbridge.referral.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something should never have been entered. */
public record ErrorRequest(
        @Schema(description = "Stays in the history.", examples = "Meant for another student.")
        @NotBlank
        @Size(max = 2000)
        String reason) {}
