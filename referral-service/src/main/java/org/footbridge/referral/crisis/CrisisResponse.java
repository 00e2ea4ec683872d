package org.footbridge.referral.crisis;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.district.CrisisLine;
import org.footbridge.referral.referral.CrisisHelp;

/** How a crisis stands. */
@Schema(
        name = "CrisisState",
        description = "Whether somebody has a crisis in hand, and whose turn it is while nobody has.")
record CrisisResponse(
        @Schema(required = true) Instant raisedAt,

        @Schema(required = true, minimum = "0", maximum = "10", description = "In the school's on-call chain, from 0.")
        int level,

        @Schema(description = "When it is the next one's turn; not there once it is acknowledged.")
        Instant nextAt,

        @Schema(description = "When somebody first said that he or she has it in hand.")
        Instant acknowledgedAt,

        @Schema(description = "Who that is.") UUID acknowledgedBy,

        @Schema(required = true) CrisisHelp help) {

    static CrisisResponse of(Crisis crisis, List<CrisisLine> local) {
        return new CrisisResponse(
                crisis.raisedAt(),
                crisis.level(),
                crisis.nextAt(),
                crisis.acknowledgedAt(),
                crisis.acknowledgedBy(),
                CrisisHelp.with(local));
    }
}
