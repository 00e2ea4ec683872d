package org.footbridge.common.queue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.footbridge.common.events.Ids;

/** Puts work into the queue, claims it and takes it out, always in the transaction of its meaning. */
@ApplicationScoped
public class WorkQueueService {
    private static final String DUE = """
            select id, lane_id, tenant_id, agency_id from work_queue
            where kind = :kind and due_at <= :now and parked_at is null and (leased_until is null or leased_until < clock_timestamp())
              and not (lane_id = any(cast(:busy as uuid[])))
            order by due_at limit :size for update skip locked
            """;

    /** The wait stands where a lease does, and is database time like one: the work's own due time stays what it was. */
    private static final String FAIL = """
            update work_queue
            set failures = failures + 1, failure = :failure, lease_id = null,
                leased_until = clock_timestamp() + make_interval(
                    secs => least(:first * power(2, least(failures, 30)), :longest)),
                parked_at = case when :limit > 0 and failures + 1 >= :limit then cast(:now as timestamptz) end
            where kind = :kind and id = :id and lease_id = :lease
            returning failures, parked_at is not null
            """;

    private final Clock clock;
    private final WorkQueueConfig config;
    private final WorkSignal signal;

    public WorkQueueService(Clock clock, WorkQueueConfig config, WorkSignal signal) {
        this.clock = clock;
        this.config = config;
        this.signal = signal;
    }

    /**
     * Adds work, or makes what is there due at another time. Wakes this copy's loop after the commit, and
     * takes the lease from whoever is at it, so that what is decided now is done as it is now.
     */
    @WithTransaction
    public Uni<Void> put(WorkItem work, Instant due) {
        signal.raiseAfterCommit(work.kind());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into work_queue (kind, id, lane_id, tenant_id, agency_id, due_at)
                                values (:kind, :id, :lane, cast(:tenant as uuid), cast(:agency as uuid), :due)
                                on conflict (kind, id) do update
                                set due_at = excluded.due_at, lease_id = null, leased_until = null,
                                    failures = 0, failure = null, parked_at = null
                                """)
                        .setParameter("kind", work.kind().name())
                        .setParameter("id", work.id())
                        .setParameter("lane", work.lane())
                        .setParameter("tenant", text(work.tenant()))
                        .setParameter("agency", text(work.agency()))
                        .setParameter("due", due)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Makes works of one district due, or due at another time, in one statement. */
    @WithTransaction
    public Uni<Void> putAll(WorkKind kind, UUID tenant, Collection<UUID> ids, Instant due) {
        signal.raiseAfterCommit(kind);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into work_queue (kind, id, lane_id, tenant_id, due_at)
                                select :kind, due.id, :tenant, :tenant, :due from unnest(cast(:ids as uuid[])) as due(id)
                                on conflict (kind, id) do update
                                set due_at = excluded.due_at, lease_id = null, leased_until = null,
                                    failures = 0, failure = null, parked_at = null
                                """)
                        .setParameter("kind", kind.name())
                        .setParameter("tenant", tenant)
                        .setParameter("due", due)
                        .setParameter("ids", ids.stream().distinct().sorted().toArray(UUID[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Takes work out that is not to be done any more; whoever is at it finds its lease lost. */
    @WithTransaction
    public Uni<Void> cancel(WorkKind kind, UUID id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from work_queue where kind = :kind and id = :id")
                        .setParameter("kind", kind.name())
                        .setParameter("id", id)
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
                        .setParameter("kind", work.kind().name())
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
                        .setParameter("kind", work.kind().name())
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
                                update work_queue
                                set due_at = :due, lease_id = null, leased_until = null, failures = 0, failure = null
                                where kind = :kind and id = :id and lease_id = :lease
                                """)
                        .setParameter("due", due)
                        .setParameter("kind", work.kind().name())
                        .setParameter("id", work.id())
                        .setParameter("lease", work.lease())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /**
     * Gives back work that has failed: it is left alone for a while, longer each time, or parked for good. How often it has failed,
     * and whether that was too often; {@code null} where the lease was lost.
     *
     * @param kindOfFailure a name of ours such as that of an exception's class: never its message, which may name somebody
     */
    @WithTransaction
    public Uni<Failed> fail(WorkItem work, String kindOfFailure, Patience patience) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FAIL, Object[].class)
                        .setParameter("failure", kindOfFailure)
                        .setParameter("first", seconds(patience.first()))
                        .setParameter("longest", seconds(patience.longest()))
                        .setParameter("limit", patience.limit())
                        .setParameter("now", clock.instant())
                        .setParameter("kind", work.kind().name())
                        .setParameter("id", work.id())
                        .setParameter("lease", work.lease())
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : new Failed((Integer) row[0], (Boolean) row[1]));
    }

    /** What became of work that failed. */
    public record Failed(int failures, boolean parked) {}

    /** How much work of each kind is parked, for an operator. */
    @WithTransaction
    public Uni<SortedMap<String, Long>> parked() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select kind, count(*) from work_queue where parked_at is not null group by kind",
                                Object[].class)
                        .getResultList())
                .map(rows -> {
                    SortedMap<String, Long> counts = new TreeMap<>();
                    rows.forEach(row -> counts.put((String) row[0], (Long) row[1]));
                    return counts;
                });
    }

    /** As {@link #finish}, and fails where the lease was lost, so that nothing of the transaction stays. */
    @WithTransaction
    public Uni<Void> finishHeld(WorkItem work) {
        return finish(work).invoke(held -> require(held, work)).replaceWithVoid();
    }

    /** As {@link #postpone}, and fails where the lease was lost, so that nothing of the transaction stays. */
    @WithTransaction
    public Uni<Void> postponeHeld(WorkItem work, Instant due) {
        return postpone(work, due).invoke(held -> require(held, work)).replaceWithVoid();
    }

    private static void require(boolean held, WorkItem work) {
        if (!held) {
            throw new LostLeaseException(work);
        }
    }

    private Uni<List<Object[]>> due(WorkKind kind, Map<UUID, Integer> running, int size) {
        UUID[] busy = running.entrySet().stream()
                .filter(lane -> lane.getValue() >= config.perLane())
                .map(Map.Entry::getKey)
                .toArray(UUID[]::new);
        return Panache.getSession().chain(session -> session.createNativeQuery(DUE, Object[].class)
                .setParameter("kind", kind.name())
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
                .setParameter("kind", works.getFirst().kind().name())
                .setParameter("ids", ids)
                .executeUpdate());
    }

    private static double seconds(Duration span) {
        return span.toMillis() / 1000.0;
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
