package org.footbridge.referral.casefile;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.messaging.outbox.Outbox;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.referral.Referral;

/** Opens case files and writes down what was done: state, history and events in the running transaction. */
@ApplicationScoped
public class CaseFiles {
    private final Outbox outbox;
    private final Clock clock;

    CaseFiles(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The case file of a referral of the district; {@code null} where there is none. */
    public Uni<CaseFile> find(UUID tenant, UUID referralId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from Referral where tenantId = :tenant and id = :id", Referral.class)
                        .setParameter("tenant", tenant)
                        .setParameter("id", referralId)
                        .getSingleResultOrNull())
                .chain(referral -> referral == null ? Uni.createFrom().nullItem() : withPlacements(referral));
    }

    private Uni<CaseFile> withPlacements(Referral referral) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from Placement where tenantId = :tenant and referralId = :referral order by id",
                                Placement.class)
                        .setParameter("tenant", referral.tenantId())
                        .setParameter("referral", referral.id())
                        .getResultList())
                .map(placements -> new CaseFile(referral, placements));
    }

    /** Keeps new rows together with what was done; afterwards the versions are the new ones. */
    public Uni<CaseFile> record(CaseFile file, Changes changes, Object... created) {
        Instant now = clock.instant();
        Object[] history = changes.steps().stream()
                .map(step -> HistoryEntry.of(file.referral(), step))
                .toArray();
        List<Event> events = changes.events().stream()
                .map(happened -> event(file, happened, now))
                .toList();
        return Panache.getSession()
                .chain(session -> session.persistAll(created)
                        .chain(() -> session.persistAll(history))
                        .chain(session::flush))
                .chain(() -> outbox.publish(events))
                .replaceWith(file);
    }

    /** Every step of a referral and of its placements and appointments, oldest first. */
    public Uni<List<HistoryEntry>> history(Referral referral) {
        return Panache.getSession().chain(session -> session.createQuery(
                        "from HistoryEntry where tenantId = :tenant and referralId = :referral order by id",
                        HistoryEntry.class)
                .setParameter("tenant", referral.tenantId())
                .setParameter("referral", referral.id())
                .getResultList());
    }

    private static Event event(CaseFile file, Changes.Happened happened, Instant now) {
        return Event.of(
                happened.type(),
                file.referral().id(),
                now,
                file.referral().tenantId(),
                happened.agencyId(),
                file.snapshot(happened.placementId()));
    }
}
