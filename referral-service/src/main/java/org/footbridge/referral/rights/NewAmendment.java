package org.footbridge.referral.rights;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is held to be wrong. */
@Schema(examples = "{\"request\": \"The fight on May 3 was not started by my son.\"}")
record NewAmendment(
        @Schema(description = "Which referral is meant; missing for all records of the student.")
        UUID referralId,

        @NotBlank @Size(max = 2000) String request) {}
