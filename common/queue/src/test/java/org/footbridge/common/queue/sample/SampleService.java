package org.footbridge.common.queue.sample;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.common.queue.WorkQueueService;

/** A service whose work is to say that it was done. */
@ApplicationScoped
public class SampleService {
    public static final UUID TENANT = UUID.fromString("01980000-0000-7000-8000-00000000d001");

    private final WorkQueueService queue;

    public SampleService(WorkQueueService queue) {
        this.queue = queue;
    }

    @WithTransaction
    public Uni<Void> plan(WorkKind kind, UUID id, Instant due) {
        return queue.put(WorkItem.ofTenant(kind, id, TENANT), due);
    }

    @WithTransaction
    public Uni<Void> planAll(WorkKind kind, Collection<UUID> ids, Instant due) {
        return queue.putAll(kind, TENANT, ids, due);
    }

    /** Two kinds in one transaction. */
    @WithTransaction
    public Uni<Void> planBoth(WorkKind one, WorkKind other, UUID id, Instant due) {
        return plan(one, id, due).chain(() -> plan(other, id, due));
    }

    @WithTransaction
    public Uni<Void> cancel(WorkKind kind, UUID id) {
        return queue.cancel(kind, id);
    }

    /** Leaves an effect that tells whose transaction it was, and takes the work out. */
    @WithTransaction
    public Uni<Void> work(WorkItem work) {
        return effect(work).chain(() -> queue.finishHeld(work));
    }

    /** Comes again at another time. */
    @WithTransaction
    public Uni<Void> workAgainAt(WorkItem work, Instant next) {
        return effect(work).chain(() -> queue.postponeHeld(work, next));
    }

    /** Is made due anew by somebody else, just before it ends. */
    @WithTransaction
    public Uni<Void> workWhileItIsMadeDueAnew(WorkItem work, Instant due) {
        return effect(work)
                .chain(() -> queue.put(WorkItem.ofTenant(work.kind(), work.id(), TENANT), due))
                .chain(() -> queue.finishHeld(work));
    }

    private static Uni<Void> effect(WorkItem work) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select current_setting('footbridge.tenant', true)", String.class)
                .getSingleResult()
                .chain(tenant -> session.persist(new Effect(work.id(), tenant)))
                .chain(session::flush));
    }
}
