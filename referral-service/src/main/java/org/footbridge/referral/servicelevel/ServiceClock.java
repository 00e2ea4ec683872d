package org.footbridge.referral.servicelevel;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One clock of a referral. */
@Schema(description = "How long one step of a referral has taken, and when it is due.")
record ServiceClock(
        @Schema(required = true) ClockKind kind,

        @Schema(description = "The placement whose clock it is; not there for the school's own steps.")
        UUID placementId,

        @Schema(required = true) Instant startedAt,

        @Schema(required = true, description = "Moves on while the clock is paused.")
        Instant dueAt,

        @Schema(description = "When the step was taken.") Instant stoppedAt,
        @Schema(required = true) State state) {

    /** How a clock stands. */
    enum State {
        RUNNING,
        /** Somebody else is waited for. */
        PAUSED,
        /** Still not done, and late. */
        OVERDUE,
        /** Done in time. */
        MET,
        /** Done, too late. */
        MISSED,
        /** The referral or the placement ended before. */
        VOID
    }
}
