package org.footbridge.referral.retention;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why nothing may be destroyed. */
record NewLegalHold(
        @Schema(description = "A file number, no story.", examples = "Case 26-1042") @NotBlank @Size(max = 500)
        String reason) {}
