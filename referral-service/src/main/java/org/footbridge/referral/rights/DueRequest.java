package org.footbridge.referral.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to see a student's records that waits for a coordinator. */
@Schema(description = "A request to see a student's records that waits for a coordinator.")
record DueRequest(
        UUID id,
        UUID studentId,
        UUID askedBy,

        @Schema(maxLength = 40, examples = "GUARDIAN", description = "COORDINATOR on behalf of somebody.")
        String relation,

        Instant requestedAt,

        @Schema(description = "The last day, 45 days after the request.")
        LocalDate dueOn,

        @Schema(description = "That day is over in the district's zone.")
        boolean overdue) {}
