package org.footbridge.referral.rights;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to set a record right. */
@Schema(name = "AmendmentRequest", description = "A request to set a record right.")
record AmendmentResponse(
        UUID id,
        UUID studentId,

        @Schema(description = "Missing where all records of the student are meant.")
        UUID referralId,

        UUID askedBy,
        @Schema(maxLength = 40, examples = "GUARDIAN") String relation,
        @Schema(maxLength = 2000) String request,
        Amendment.State state,

        @Schema(maxLength = 2000, description = "Why it was decided so.")
        String reason,

        @Schema(maxLength = 2000, description = "What the family put to the record after a refusal.")
        String statement,

        Instant requestedAt,
        Instant decidedAt) {}
