package org.footbridge.referral.delegation;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to stand in for whom, and when. */
@Schema(
        examples = "{\"toPersonId\": \"01980000-0000-7000-8000-000000009004\", \"from\": \"2026-12-01\","
                + " \"until\": \"2026-12-11\"}")
record NewDelegation(
        @Schema(description = "Who is away; the caller when missing. Another only by a district administrator.")
        UUID fromPersonId,

        @Schema(description = "An active member of staff. The account needs the role coordinator to act.") @NotNull
        UUID toPersonId,

        @Schema(description = "Missing for all schools that the absent one coordinates.")
        UUID schoolId,

        @Schema(description = "The first day, in the district's zone; not before today.") @NotNull
        LocalDate from,

        @Schema(description = "The last day; at most a year later.") @NotNull
        LocalDate until) {}
