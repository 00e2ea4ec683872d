package org.footbridge.referral.rights;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the family wants to stand beside the record. */
record AmendmentStatement(
        @Schema(examples = "He was not there on that day.") @NotBlank @Size(max = 2000)
        String statement) {}
