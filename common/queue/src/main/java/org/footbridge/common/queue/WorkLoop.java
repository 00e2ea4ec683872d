package org.footbridge.common.queue;

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
import org.jboss.logging.Logger;

/**
 * Works off one kind of work. All its state is confined to one event loop; each work runs on a context of its own, so that
 * it has its own session and its own caller, and never that of the request that woke the loop.
 */
public final class WorkLoop {
    private static final Logger LOG = Logger.getLogger(WorkLoop.class);
    private static final int BATCH = 256;

    /** A lease is renewed twice before it could run out. */
    private static final int RENEWALS_PER_LEASE = 3;

    /** Work that has not ended after so many renewals hangs: its lease is left to run out. */
    private static final int MOST_RENEWALS = 30;

    private final WorkKind kind;
    private final Vertx vertx;
    private final Context home;
    private final WorkQueueService queue;
    private final WorkLanesService lanes;
    private final WorkQueueConfig config;
    private final Function<WorkItem, Uni<Void>> task;
    private final Patience patience;
    private final int most;
    private final Map<UUID, Integer> running = new HashMap<>();
    private final Map<WorkItem, Integer> held = new HashMap<>();
    private int inFlight;
    private boolean claiming;
    private boolean again;
    private boolean waking;
    private boolean stopped;
    private long timer;
    private long renewer;

    private WorkLoop(WorkKind kind, Vertx vertx, Queue queue, WorkQueueConfig config, Task task) {
        this.kind = kind;
        this.vertx = vertx;
        this.home = vertx.getOrCreateContext();
        this.queue = queue.works();
        this.lanes = queue.lanes();
        this.config = config;
        this.task = task.run();
        this.patience = task.patience();
        this.most = task.inFlight();
    }

    /** What is done with each work, how often it is tried again where that fails, and how many at a time. */
    record Task(Function<WorkItem, Uni<Void>> run, Patience patience, int inFlight) {}

    /** Both faces of the queue. */
    record Queue(WorkQueueService works, WorkLanesService lanes) {}

    /** Starts a loop; {@code task} runs as the work's tenant and agency and must itself finish or postpone the work. */
    static WorkLoop start(
            WorkKind kind, Vertx vertx, Queue queue, WorkQueueConfig config, Task task, WorkSignal signal) {
        WorkLoop loop = new WorkLoop(kind, vertx, queue, config, task);
        signal.listen(kind, loop::wake);
        loop.timer = vertx.setPeriodic(config.poll().toMillis(), tick -> loop.wake());
        loop.renewer = vertx.setPeriodic(
                Math.max(1, config.lease().toMillis() / RENEWALS_PER_LEASE),
                tick -> loop.home.runOnContext(now -> loop.renew()));
        return loop;
    }

    void stop() {
        vertx.cancelTimer(timer);
        vertx.cancelTimer(renewer);
        home.runOnContext(now -> stopped = true);
    }

    private void wake() {
        home.runOnContext(now -> pump());
    }

    private void pump() {
        int room = most - inFlight;
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
        held.put(work, 0);
        running.merge(work.lane(), 1, Integer::sum);
        apart(
                new DatabaseCaller(work.tenant(), work.agency(), false),
                () -> task.apply(work),
                done -> finished(work),
                failure -> failed(work, failure));
    }

    /** What has been running since the last time keeps its lease, so that no other copy takes it for dead. */
    private void renew() {
        List<WorkItem> slow = held.entrySet().stream()
                .filter(work -> work.getValue() > 0 && work.getValue() <= MOST_RENEWALS)
                .map(Map.Entry::getKey)
                .toList();
        held.replaceAll((work, renewals) -> renewals + 1);
        if (!slow.isEmpty()) {
            apart(
                    DatabaseCaller.NOBODY,
                    () -> lanes.renew(kind, slow),
                    done -> {},
                    failure -> LOG.warnf("leases of the %s queue cannot be renewed: %s", kind, failure.toString()));
        }
    }

    /** To lose a lease is no fault: the work was made due anew meanwhile, or another copy has it. */
    private void failed(WorkItem work, Throwable failure) {
        if (failure instanceof LostLeaseException) {
            LOG.infof("%s %s: %s", kind, work.id(), failure.getMessage());
            finished(work);
            return;
        }
        apart(
                DatabaseCaller.NOBODY,
                () -> queue.fail(work, failure.getClass().getSimpleName(), patience),
                result -> {
                    report(work, failure, result);
                    finished(work);
                },
                unreachable -> {
                    LOG.errorf(failure, "%s %s has failed and is left to the end of its lease", kind, work.id());
                    finished(work);
                });
    }

    /** The stack once at first and once at last: in between it would say the same. */
    private void report(WorkItem work, Throwable failure, WorkQueueService.Failed result) {
        if (result == null) {
            LOG.infof("%s %s has failed, and was made due anew meanwhile", kind, work.id());
        } else if (result.parked()) {
            LOG.errorf(failure, "%s %s has failed %d times and is parked", kind, work.id(), result.failures());
        } else if (result.failures() == 1) {
            LOG.warnf(failure, "%s %s has failed and is tried again", kind, work.id());
        } else {
            LOG.warnf(
                    "%s %s has failed %d times (%s) and is tried again",
                    kind, work.id(), result.failures(), failure.getClass().getSimpleName());
        }
    }

    private void finished(WorkItem work) {
        boolean wasFull = inFlight == most || running.get(work.lane()) >= config.perLane();
        inFlight--;
        held.remove(work);
        running.computeIfPresent(work.lane(), (lane, count) -> count == 1 ? null : count - 1);
        if (wasFull && !waking) {
            waking = true;
            home.runOnContext(afterAllThatEndedWithIt -> {
                waking = false;
                pump();
            });
        }
    }

    private <T> void apart(
            DatabaseCaller caller, Supplier<Uni<T>> work, Consumer<T> onItem, Consumer<Throwable> onFailure) {
        OwnContext.run(home, caller, work, onItem, onFailure);
    }
}
