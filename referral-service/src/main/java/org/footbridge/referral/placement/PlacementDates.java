package org.footbridge.referral.placement;

import java.time.Instant;

/** When a placement passed each point. */
public record PlacementDates(
        Instant sentAt,
        Instant acknowledgedAt,
        Instant decidedAt,
        Instant scheduledAt,
        Instant firstVisitAt,
        Instant endedAt) {

    static PlacementDates of(PlacementTimes times) {
        return new PlacementDates(
                times.sentAt(),
                times.acknowledgedAt(),
                times.decidedAt(),
                times.scheduledAt(),
                times.firstKeptAt(),
                times.endedAt());
    }
}
