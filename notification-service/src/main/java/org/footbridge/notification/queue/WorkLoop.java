package org.footbridge.notification.queue;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.footbridge.common.persistence.tenancy.DatabaseCaller;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.jboss.logging.Logger;

/**
 * Works off one kind of work. All its state is confined to one event loop; each work runs on a context of its own, so that
 * it has its own session and its own caller, and never that of the request that woke the loop.
 */
public final class WorkLoop {
    private static final Logger LOG = Logger.getLogger(WorkLoop.class);
    private static final int BATCH = 64;

    private final WorkKind kind;
    private final Vertx vertx;
    private final Context home;
    private final WorkQueueService queue;
    private final WorkQueueConfig config;
    private final Function<WorkItem, Uni<Void>> task;
    private final Map<UUID, Integer> running = new HashMap<>();
    private int inFlight;
    private boolean claiming;
    private boolean again;
    private boolean stopped;
    private long timer;

    private WorkLoop(
            WorkKind kind,
            Vertx vertx,
            WorkQueueService queue,
            WorkQueueConfig config,
            Function<WorkItem, Uni<Void>> task) {
        this.kind = kind;
        this.vertx = vertx;
        this.home = vertx.getOrCreateContext();
        this.queue = queue;
        this.config = config;
        this.task = task;
    }

    /** Starts a loop; {@code task} runs as the work's tenant and agency and must itself finish or postpone the work. */
    static WorkLoop start(
            WorkKind kind,
            Vertx vertx,
            WorkQueueService queue,
            WorkQueueConfig config,
            Function<WorkItem, Uni<Void>> task,
            WorkSignal signal) {
        WorkLoop loop = new WorkLoop(kind, vertx, queue, config, task);
        signal.listen(kind, loop::wake);
        loop.timer = vertx.setPeriodic(config.poll().toMillis(), tick -> loop.wake());
        return loop;
    }

    void stop() {
        vertx.cancelTimer(timer);
        home.runOnContext(now -> stopped = true);
    }

    private void wake() {
        home.runOnContext(now -> pump());
    }

    private void pump() {
        int room = config.inFlight() - inFlight;
        if (stopped || room <= 0) {
            return;
        }
        if (claiming) {
            again = true;
            return;
        }
        claiming = true;
        again = false;
        Map<UUID, Integer> lanes = Map.copyOf(running);
        apart(
                DatabaseCaller.NOBODY,
                () -> queue.claim(kind, lanes, Math.min(room, BATCH)),
                this::claimed,
                this::claimFailed);
    }

    private void claimed(List<WorkItem> works) {
        claiming = false;
        works.forEach(this::run);
        if (again || !works.isEmpty()) {
            pump();
        }
    }

    private void claimFailed(Throwable failure) {
        claiming = false;
        LOG.warnf("the %s queue cannot be read, it is tried again: %s", kind, failure.toString());
    }

    private void run(WorkItem work) {
        inFlight++;
        running.merge(work.lane(), 1, Integer::sum);
        apart(
                new DatabaseCaller(work.tenant(), work.agency(), false),
                () -> task.apply(work),
                done -> finished(work),
                failure -> {
                    LOG.errorf(failure, "%s %s is left to the end of its lease", kind, work.id());
                    finished(work);
                });
    }

    private void finished(WorkItem work) {
        boolean wasFull = inFlight == config.inFlight() || running.get(work.lane()) >= config.perLane();
        inFlight--;
        running.computeIfPresent(work.lane(), (lane, count) -> count == 1 ? null : count - 1);
        if (wasFull) {
            pump();
        }
    }

    /** The one place where a chain of this package is subscribed to: there is no caller above a loop. */
    private <T> void apart(
            DatabaseCaller caller, Supplier<Uni<T>> work, Consumer<T> onItem, Consumer<Throwable> onFailure) {
        Context own = VertxContext.createNewDuplicatedContext(home);
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(now -> {
            Tenancy.set(caller);
            Uni.createFrom()
                    .deferred(work::get)
                    .subscribe()
                    .with(
                            item -> home.runOnContext(done -> onItem.accept(item)),
                            failure -> home.runOnContext(done -> onFailure.accept(failure)));
        });
    }
}
