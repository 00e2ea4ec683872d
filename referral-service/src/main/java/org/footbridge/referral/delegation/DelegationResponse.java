package org.footbridge.referral.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delegation as it is read. */
@Schema(name = "Delegation")
record DelegationResponse(
        UUID id,
        UUID fromPersonId,
        UUID toPersonId,

        @Schema(description = "Missing for all schools that the absent one coordinates.")
        UUID schoolId,

        LocalDate from,
        @Schema(description = "The last day.") LocalDate until,
        @Schema(description = "Whether it holds today.") boolean active,
        Instant createdAt,
        Instant revokedAt) {}
