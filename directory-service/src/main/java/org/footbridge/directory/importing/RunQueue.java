package org.footbridge.directory.importing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.common.queue.WorkLanesService;
import org.footbridge.common.queue.WorkQueueService;

/**
 * Runs that wait. Those of one source are applied in the order in which they came in: one that is not its turn leaves the queue, and
 * whoever ends the run before it puts it back. Every step holds the lock of the source, so that no copy of this service sees half of it.
 */
@ApplicationScoped
class RunQueue {
    static final WorkKind KIND = new WorkKind("directory-import");

    private final RunRepository runs;
    private final SourceRepository sources;
    private final WorkQueueService queue;
    private final WorkLanesService lanes;

    RunQueue(RunRepository runs, SourceRepository sources, WorkQueueService queue, WorkLanesService lanes) {
        this.runs = runs;
        this.sources = sources;
        this.queue = queue;
        this.lanes = lanes;
    }

    /** {@code false} where there is no such source. */
    Uni<Boolean> lock(UUID source) {
        return sources.lock(source);
    }

    Uni<Void> put(UUID source, UUID run, Instant now) {
        return lanes.putIfAbsent(work(source, run), now);
    }

    /** Takes the work out unless the run may begin now. */
    Uni<Boolean> isTurn(WorkItem work) {
        return lock(work.lane())
                .chain(() -> runs.hasEarlier(work.id()))
                .call(waits -> waits ? queue.finishHeld(work) : Uni.createFrom().voidItem())
                .map(waits -> !waits);
    }

    Uni<Void> leave(WorkItem work) {
        return queue.finishHeld(work);
    }

    /** Of a run that has been ended: the next one of its source may begin. */
    Uni<Void> end(WorkItem work, Instant now) {
        return queue.finishHeld(work).chain(() -> runs.next(work.lane())).chain(next -> putAll(work.lane(), next, now));
    }

    private Uni<Void> putAll(UUID source, List<UUID> next, Instant now) {
        return next.isEmpty() ? Uni.createFrom().voidItem() : put(source, next.getFirst(), now);
    }

    private static WorkItem work(UUID source, UUID run) {
        return new WorkItem(KIND, run, source, null, null, null);
    }
}
