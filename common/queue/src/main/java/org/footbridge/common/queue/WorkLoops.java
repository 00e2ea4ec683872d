package org.footbridge.common.queue;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Starts the loops of this copy and stops them before the database goes away. */
@ApplicationScoped
public class WorkLoops {
    private final Vertx vertx;
    private final WorkLoop.Queue queue;
    private final WorkQueueConfig config;
    private final WorkSignal signal;
    private final List<WorkLoop> loops = new CopyOnWriteArrayList<>();

    public WorkLoops(
            Vertx vertx, WorkQueueService queue, WorkLanesService lanes, WorkQueueConfig config, WorkSignal signal) {
        this.vertx = vertx;
        this.queue = new WorkLoop.Queue(queue, lanes);
        this.config = config;
        this.signal = signal;
    }

    /** From now on this copy claims works of the kind and runs the task for each, as the work's tenant and agency. */
    public void start(WorkKind kind, Function<WorkItem, Uni<Void>> task) {
        start(kind, task, Patience.of(config));
    }

    /** As above, for work that is tried again in a way of its own where it fails. */
    public void start(WorkKind kind, Function<WorkItem, Uni<Void>> task, Patience patience) {
        start(kind, task, patience, config.inFlight());
    }

    /** As above, for work of which this copy does so many at a time. */
    public void start(WorkKind kind, Function<WorkItem, Uni<Void>> task, Patience patience, int inFlight) {
        loops.add(WorkLoop.start(kind, vertx, queue, config, new WorkLoop.Task(task, patience, inFlight), signal));
    }

    void stop(@Observes ShutdownEvent end) {
        loops.forEach(WorkLoop::stop);
    }
}
