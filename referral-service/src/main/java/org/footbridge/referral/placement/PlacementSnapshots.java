package org.footbridge.referral.placement;

import org.footbridge.common.events.ReferralSnapshot.PlacementSnapshot;

/** A placement as it crosses the bus: codes and times, no text. */
final class PlacementSnapshots {
    private PlacementSnapshots() {}

    static PlacementSnapshot of(Placement placement) {
        PlacementFacts facts = placement.facts();
        PlacementTimes times = placement.times();
        return new PlacementSnapshot(
                placement.id(),
                placement.destination().serviceId(),
                placement.destination().serviceName(),
                placement.destination().agencyId(),
                placement.destination().agencyName(),
                placement.state().name(),
                placement.accessOpen(),
                facts.declineCode() == null ? null : facts.declineCode().name(),
                facts.outcome(),
                times.sentAt(),
                times.acknowledgedAt(),
                times.decidedAt(),
                times.scheduledAt(),
                times.firstKeptAt(),
                times.endedAt());
    }
}
