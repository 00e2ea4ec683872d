package org.footbridge.referral.rights;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to set a record right that waits for a coordinator. Its words are read one by one, at the student. */
@Schema(
        description =
                "A request to set a record right that waits for a coordinator. Its words are read one by one, at the"
                        + " student.")
record OpenAmendment(
        UUID id,
        UUID studentId,

        @Schema(description = "Missing where all records of the student are meant.")
        UUID referralId,

        UUID askedBy,

        @Schema(maxLength = 40, examples = "GUARDIAN", description = "COORDINATOR on behalf of somebody.")
        String relation,

        Instant requestedAt) {}
