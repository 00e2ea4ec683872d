package org.footbridge.directory.gap;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.GapFound;
import org.footbridge.common.events.Ids;
import org.footbridge.common.messaging.outbox.Outbox;

/** Keeps what could not be found. */
@ApplicationScoped
public class GapService {
    private final GapRepository gaps;
    private final Outbox outbox;
    private final Clock clock;

    GapService(GapRepository gaps, Outbox outbox, Clock clock) {
        this.gaps = gaps;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Keeps the gap and tells it once a day; the same one again is counted. */
    @WithTransaction
    public Uni<UUID> found(UUID tenant, Gap gap) {
        Instant now = clock.instant();
        return gaps.put(Ids.next(), tenant, gap, LocalDate.ofInstant(now, ZoneOffset.UTC), now)
                .call(stored -> stored.created()
                        ? outbox.publish(event(stored.id(), tenant, gap, now))
                        : Uni.createFrom().voidItem())
                .map(GapRepository.Stored::id);
    }

    /** The gaps of a district, the newest first. */
    @WithTransaction
    Uni<List<GapResponse>> list(UUID tenant, UUID after, int limit) {
        return gaps.list(tenant, after, limit);
    }

    private static Event event(UUID id, UUID tenant, Gap gap, Instant now) {
        return Event.of(EventType.GAP_FOUND, id, now, tenant, null, new GapFound(id, gap.criteria(), gap.decisive()));
    }
}
