package org.footbridge.notification.webhook;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.events.ReferralSnapshot.PlacementSnapshot;
import org.footbridge.notification.endpoint.Subject;

/** An event of a referral as endpoints look at it. */
record ReferralNews(Event event, String traceparent) implements News {

    private ReferralSnapshot referral() {
        return event.data(ReferralSnapshot.class);
    }

    private List<PlacementSnapshot> snapshots() {
        return Optional.ofNullable(referral().placements()).orElse(List.of());
    }

    /** What every placement of the referral is like after the event. */
    List<PlacementAccess> placements() {
        return snapshots().stream().map(this::access).toList();
    }

    private PlacementAccess access(PlacementSnapshot placement) {
        return new PlacementAccess(
                placement.placementId(),
                event.tenantId(),
                placement.agencyId(),
                placement.state(),
                placement.accessOpen(),
                event.sequence());
    }

    /** The agency's placement that the event is about; empty where it concerns no agency. */
    Optional<PlacementAccess> ofAgency() {
        return ofParty().map(this::access);
    }

    /** The placement that the event is about, whether or not an agency is told. */
    Optional<PlacementAccess> placement() {
        return about().map(this::access);
    }

    @Override
    public UUID placementId() {
        return about().map(PlacementSnapshot::placementId).orElse(null);
    }

    @Override
    public Subject subject() {
        return new Subject(
                event.type().publicName(),
                referral().schoolId(),
                about().map(PlacementSnapshot::serviceId).orElse(null));
    }

    private Optional<PlacementSnapshot> about() {
        Optional<PlacementSnapshot> named = snapshots().stream()
                .filter(placement -> placement.placementId().equals(referral().placementId()))
                .findFirst();
        return named.or(this::ofParty);
    }

    private Optional<PlacementSnapshot> ofParty() {
        UUID named = referral().placementId();
        return snapshots().stream()
                .filter(placement -> placement.agencyId().equals(event.agencyId()))
                .filter(placement -> named == null || Objects.equals(placement.placementId(), named))
                .reduce((first, last) -> last);
    }
}
