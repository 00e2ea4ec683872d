package org.footbridge.notification.queue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.events.Ids;

/** Puts work into the queue, claims it and takes it out, always in the transaction of its meaning. */
@ApplicationScoped
public class WorkQueueService {
    private static final String DUE = """
            select id, lane_id, tenant_id, agency_id from work_queue
            where kind = :kind and due_at <= :now and (leased_until is null or leased_until < clock_timestamp())
              and not (lane_id = any(cast(:busy as uuid[])))
            order by due_at limit :size for update skip locked
            """;

    private final Clock clock;
    private final WorkQueueConfig config;
    private final WorkSignal signal;

    public WorkQueueService(Clock clock, WorkQueueConfig config, WorkSignal signal) {
        this.clock = clock;
        this.config = config;
        this.signal = signal;
    }

    /** Adds work, or makes what is there due at another time. Wakes this copy's loop after the commit. */
    @WithTransaction
    public Uni<Void> put(WorkItem work, Instant due) {
        signal.raiseAfterCommit(work.kind());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into work_queue (kind, id, lane_id, tenant_id, agency_id, due_at)
                                values (:kind, :id, :lane, cast(:tenant as uuid), cast(:agency as uuid), :due)
                                on conflict (kind, id) do update
                                set due_at = excluded.due_at, lease_id = null, leased_until = null
                                """)
                        .setParameter("kind", work.kind().column())
                        .setParameter("id", work.id())
                        .setParameter("lane", work.lane())
                        .setParameter("tenant", text(work.tenant()))
                        .setParameter("agency", text(work.agency()))
                        .setParameter("due", due)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * Claims what is due, oldest first.
     *
     * @param running how many works of each lane run in this copy; a lane at its limit is passed over
     * @param size how many works at most
     */
    @WithTransaction
    public Uni<List<WorkItem>> claim(WorkKind kind, Map<UUID, Integer> running, int size) {
        UUID lease = Ids.next();
        return due(kind, running, size)
                .map(rows -> rows.stream()
                        .map(row ->
                                new WorkItem(kind, (UUID) row[0], (UUID) row[1], (UUID) row[2], (UUID) row[3], lease))
                        .toList())
                .map(works -> withinLanes(works, running))
                .call(this::lease);
    }

    /** Takes finished work out. {@code false} where the lease was lost: somebody else has the work now. */
    @WithTransaction
    public Uni<Boolean> finish(WorkItem work) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from work_queue where kind = :kind and id = :id and lease_id = :lease")
                        .setParameter("kind", work.kind().column())
                        .setParameter("id", work.id())
                        .setParameter("lease", work.lease())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** Begins the lease anew. {@code false} where it was lost: somebody else has the work now. */
    @WithTransaction
    public Uni<Boolean> renew(WorkItem work) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update work_queue
                                set leased_until = clock_timestamp() + cast(:seconds as int) * interval '1 second'
                                where kind = :kind and id = :id and lease_id = :lease
                                """)
                        .setParameter("seconds", (int) config.lease().toSeconds())
                        .setParameter("kind", work.kind().column())
                        .setParameter("id", work.id())
                        .setParameter("lease", work.lease())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** Gives work back until a later time. {@code false} where the lease was lost. */
    @WithTransaction
    public Uni<Boolean> postpone(WorkItem work, Instant due) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                update work_queue set due_at = :due, lease_id = null, leased_until = null
                                where kind = :kind and id = :id and lease_id = :lease
                                """)
                        .setParameter("due", due)
                        .setParameter("kind", work.kind().column())
                        .setParameter("id", work.id())
                        .setParameter("lease", work.lease())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    private Uni<List<Object[]>> due(WorkKind kind, Map<UUID, Integer> running, int size) {
        UUID[] busy = running.entrySet().stream()
                .filter(lane -> lane.getValue() >= config.perLane())
                .map(Map.Entry::getKey)
                .toArray(UUID[]::new);
        return Panache.getSession().chain(session -> session.createNativeQuery(DUE, Object[].class)
                .setParameter("kind", kind.column())
                .setParameter("now", clock.instant())
                .setParameter("busy", busy)
                .setParameter("size", size)
                .getResultList());
    }

    /** The rows that are left out stay locked until the commit only, and the next claim passes their lane over. */
    private List<WorkItem> withinLanes(List<WorkItem> works, Map<UUID, Integer> running) {
        Map<UUID, Integer> taken = new HashMap<>(running);
        return works.stream()
                .filter(work -> taken.merge(work.lane(), 1, Integer::sum) <= config.perLane())
                .toList();
    }

    private Uni<Integer> lease(List<WorkItem> works) {
        if (works.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        UUID[] ids = works.stream().map(WorkItem::id).toArray(UUID[]::new);
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                update work_queue set lease_id = :lease,
                                    leased_until = clock_timestamp() + cast(:seconds as int) * interval '1 second'
                                where kind = :kind and id = any(cast(:ids as uuid[]))
                                """)
                .setParameter("lease", works.getFirst().lease())
                .setParameter("seconds", (int) config.lease().toSeconds())
                .setParameter("kind", works.getFirst().kind().column())
                .setParameter("ids", ids)
                .executeUpdate());
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
