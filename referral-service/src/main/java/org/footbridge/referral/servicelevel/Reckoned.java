package org.footbridge.referral.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A clock as it stands by the rules of now.
 *
 * @param placementId {@code null} for the school's own steps
 * @param span from the start to the due time, had it never paused
 * @param stoppedAt when the step was taken, {@code null} before
 * @param pauseEndsAt when a pause of now becomes too long to be one, {@code null} for a clock that runs
 */
record Reckoned(
        ClockKind kind,
        UUID placementId,
        Instant startedAt,
        Instant dueAt,
        Duration span,
        Instant stoppedAt,
        Instant pauseEndsAt,
        ServiceClock.State state) {

    boolean isOf(ClockKind otherKind, UUID otherPlacement) {
        return kind == otherKind && Objects.equals(placementId, otherPlacement);
    }
}
