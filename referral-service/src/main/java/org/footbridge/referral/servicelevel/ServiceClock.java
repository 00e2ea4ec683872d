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
        @Schema(required = true) State state,

        @Schema(
                required = true,
                minimum = "0",
                maximum = "3",
                description = "How far it was escalated: 0 not at all, 1 to the referral's coordinator, 2 to the"
                        + " school's other coordinators, 3 to those of the whole district, daily.")
        int escalationLevel) {

    static ServiceClock of(Reckoned clock, int escalationLevel) {
        return new ServiceClock(
                clock.kind(),
                clock.placementId(),
                clock.startedAt(),
                clock.dueAt(),
                clock.stoppedAt(),
                clock.state(),
                escalationLevel);
    }

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
