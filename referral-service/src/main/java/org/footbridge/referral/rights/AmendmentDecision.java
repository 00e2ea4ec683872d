package org.footbridge.referral.rights;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the school decides. */
@Schema(examples = "{\"accepted\": false, \"reason\": \"Two members of staff saw it.\"}")
record AmendmentDecision(
        @NotNull Boolean accepted,
        @NotBlank @Size(max = 2000) String reason) {}
