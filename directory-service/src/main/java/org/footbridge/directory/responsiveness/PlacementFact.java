package org.footbridge.directory.responsiveness;

import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.ReferralSnapshot.PlacementSnapshot;

/**
 * The times of one placement. It names no district, no school and nobody.
 *
 * @param answeredAt when the agency accepted or declined, {@code null} before
 * @param accepted {@code null} before the answer
 * @param seenAt the first visit that was kept, {@code null} before
 * @param counted false where the placement turned out to be an error
 */
record PlacementFact(
        UUID placementId,
        UUID serviceId,
        Instant sentAt,
        Instant answeredAt,
        Boolean accepted,
        Instant seenAt,
        boolean counted) {

    static PlacementFact of(PlacementSnapshot placement) {
        boolean declined = placement.declineCode() != null || "DECLINED".equals(placement.state());
        return new PlacementFact(
                placement.placementId(),
                placement.serviceId(),
                placement.sentAt(),
                placement.decidedAt(),
                placement.decidedAt() == null ? null : !declined,
                placement.firstKeptAt(),
                !"ENTERED_IN_ERROR".equals(placement.state()));
    }
}
