package org.footbridge.directory.responsiveness;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.ReferralSnapshot;

/** Keeps times of placements and makes figures of them that cannot be one family's story. */
@ApplicationScoped
public class ResponsivenessService {
    /** Older placements say nothing of how a service is now. */
    private static final Period WINDOW = Period.ofYears(1);

    private final PlacementFactRepository facts;
    private final Clock clock;

    public ResponsivenessService(PlacementFactRepository facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /** Takes over the times that the event carries, unless a later one is known; the topic carries other things too. */
    @WithTransaction
    public Uni<Void> take(Event event) {
        if (event.type().payload() != ReferralSnapshot.class) {
            return Uni.createFrom().voidItem();
        }
        ReferralSnapshot referral = event.data(ReferralSnapshot.class);
        List<PlacementFact> placements = referral.placements() == null
                ? List.of()
                : referral.placements().stream()
                        .filter(placement -> placement.sentAt() != null && placement.serviceId() != null)
                        .map(PlacementFact::of)
                        .toList();
        return facts.put(placements, event.sequence());
    }

    /** The figures of the last year by service; a service with fewer than ten cases is not in it. */
    @WithTransaction
    public Uni<Map<UUID, Responsiveness>> of(Collection<UUID> services) {
        return services.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : facts.figures(
                        services,
                        clock.instant().atZone(ZoneOffset.UTC).minus(WINDOW).toInstant());
    }
}
