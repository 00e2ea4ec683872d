package org.footbridge.referral.agreement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an agreement is ended. */
@Schema(name = "EndAgreement")
record EndRequest(
        @Schema(examples = "The agency closes its doors in June.") @NotBlank @Size(max = 500)
        String reason) {}
