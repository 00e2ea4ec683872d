package org.footbridge.referral.concern;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A concern for the coordinators of its school. */
@Schema(
        name = "Concern",
        description = "A concern for the coordinators of its school. Its words are gone once it was decided upon.")
record ConcernResponse(
        UUID id,
        UUID schoolId,
        @Schema(maxLength = 10) String receipt,
        @Schema(maxLength = 200) String who,
        @Schema(maxLength = 200) String where,
        @Schema(maxLength = 2000) String what,

        @Schema(description = "Looks as if a machine had written it.")
        boolean suspect,

        LeftConcern.State state,

        @Schema(description = "To the minute.") Instant receivedAt,

        @Schema(description = "Gone then, unless it was decided upon.")
        Instant expiresAt,

        UUID referralId,
        Dismissal dismissal) {}
