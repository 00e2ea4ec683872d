package org.footbridge.referral.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to see a student's records. */
@Schema(
        name = "AccessRequest",
        description = "A request to see a student's records. While it is OPEN, nothing is destroyed.")
record AccessRequestResponse(
        UUID id,
        UUID studentId,
        UUID askedBy,

        @Schema(maxLength = 40, examples = "GUARDIAN", description = "COORDINATOR on behalf of somebody.")
        String relation,

        AccessRequest.State state,
        Instant requestedAt,

        @Schema(description = "The last day, 45 days after the request.")
        LocalDate dueOn,

        Instant closedAt) {}
