package org.footbridge.common.queue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Moves whole lanes, and keeps the leases of works that take long. */
@ApplicationScoped
public class WorkLanesService {
    private final WorkQueueConfig config;
    private final WorkSignal signal;

    public WorkLanesService(WorkQueueConfig config, WorkSignal signal) {
        this.config = config;
        this.signal = signal;
    }

    /** Adds work unless it is there already; whoever is at it keeps its lease. */
    @WithTransaction
    public Uni<Void> putIfAbsent(WorkItem work, Instant due) {
        return put(work, due, "do nothing");
    }

    /**
     * Adds work, or makes what is there due earlier, never later: what comes again and again must not put it off. Whoever is at it
     * keeps its lease, and looks before finishing whether more has come, holding the lease by {@link WorkQueueService#renew}.
     */
    @WithTransaction
    public Uni<Void> putNoLater(WorkItem work, Instant due) {
        return put(work, due, "do update set due_at = least(work_queue.due_at, excluded.due_at)");
    }

    /** Adds new works of one owner, each due at its own time, in one statement. */
    @WithTransaction
    public Uni<Void> addAll(List<WorkItem> works, List<Instant> due) {
        WorkItem any = works.getFirst();
        signal.raiseAfterCommit(any.kind());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into work_queue (kind, id, lane_id, tenant_id, agency_id, due_at)
                                select :kind, work.id, work.lane, cast(:tenant as uuid), cast(:agency as uuid),
                                    cast(work.due as timestamptz)
                                from unnest(cast(:ids as uuid[]), cast(:lanes as uuid[]), cast(:due as text[]))
                                    as work(id, lane, due)
                                """)
                        .setParameter("kind", any.kind().name())
                        .setParameter("ids", works.stream().map(WorkItem::id).toArray(UUID[]::new))
                        .setParameter(
                                "lanes", works.stream().map(WorkItem::lane).toArray(UUID[]::new))
                        .setParameter("tenant", text(any.tenant()))
                        .setParameter("agency", text(any.agency()))
                        .setParameter("due", due.stream().map(Instant::toString).toArray(String[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Void> put(WorkItem work, Instant due, String where) {
        signal.raiseAfterCommit(work.kind());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into work_queue (kind, id, lane_id, tenant_id, agency_id, due_at)
                                values (:kind, :id, :lane, cast(:tenant as uuid), cast(:agency as uuid), :due)
                                on conflict (kind, id)\s
                                """ + where)
                        .setParameter("kind", work.kind().name())
                        .setParameter("id", work.id())
                        .setParameter("lane", work.lane())
                        .setParameter("tenant", text(work.tenant()))
                        .setParameter("agency", text(work.agency()))
                        .setParameter("due", due)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Wakes this copy's loop after the commit, for work that a statement of the caller's own has put in. */
    public Uni<Void> wakeAfterCommit(WorkKind kind) {
        signal.raiseAfterCommit(kind);
        return Uni.createFrom().voidItem();
    }

    /** Nothing of the lane is due before; what somebody is at is left alone. */
    @WithTransaction
    public Uni<Void> defer(WorkKind kind, UUID lane, Instant until) {
        return move(kind, lane, Instant.EPOCH, until, until);
    }

    /** What would be due until then is due now, except what somebody is at. */
    @WithTransaction
    public Uni<Void> hasten(WorkKind kind, UUID lane, Instant now, Instant until) {
        signal.raiseAfterCommit(kind);
        return move(kind, lane, now, until, now);
    }

    /** Rows that a claim has locked are passed over, so that the two never wait for each other. */
    private static Uni<Void> move(WorkKind kind, UUID lane, Instant after, Instant until, Instant due) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update work_queue set due_at = :due where kind = :kind and id in (
                                    select id from work_queue
                                    where kind = :kind and lane_id = :lane and lease_id is null
                                      and due_at > :after and due_at <= :until
                                    for update skip locked)
                                """)
                        .setParameter("due", due)
                        .setParameter("kind", kind.name())
                        .setParameter("lane", lane)
                        .setParameter("after", after)
                        .setParameter("until", until)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Begins the leases of works that take long anew; one that was lost stays lost. */
    @WithTransaction
    Uni<Void> renew(WorkKind kind, Collection<WorkItem> works) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update work_queue
                                set leased_until = clock_timestamp() + cast(:seconds as int) * interval '1 second'
                                where kind = :kind and (id, lease_id) in (
                                    select held.id, held.lease
                                    from unnest(cast(:ids as uuid[]), cast(:leases as uuid[])) as held(id, lease))
                                """)
                        .setParameter("seconds", (int) config.lease().toSeconds())
                        .setParameter("kind", kind.name())
                        .setParameter("ids", works.stream().map(WorkItem::id).toArray(UUID[]::new))
                        .setParameter(
                                "leases", works.stream().map(WorkItem::lease).toArray(UUID[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
