package org.footbridge.directory.importing;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkLoops;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.directory.importing.RunRepository.End;
import org.footbridge.directory.importing.RunRepository.Pending;
import org.footbridge.directory.importing.RunService.Outcome;
import org.footbridge.directory.importing.format.Parsed;

/** Works off the runs. Reading and checking a file takes seconds of computing, so it happens on worker threads. */
@ApplicationScoped
class ImportRunner {
    private static final int MOST_ATTEMPTS = 5;

    private final WorkLoops loops;
    private final RunService runs;
    private final ImportSchema schema;
    private final Vertx vertx;

    ImportRunner(WorkLoops loops, RunService runs, ImportSchema schema, Vertx vertx) {
        this.loops = loops;
        this.runs = runs;
        this.schema = schema;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent start) {
        loops.start(RunQueue.KIND, this::run);
    }

    private Uni<Void> run(WorkItem work) {
        return runs.begin(work).chain(run -> {
            if (run == null) {
                return Uni.createFrom().voidItem();
            }
            if (run.attempts() > MOST_ATTEMPTS) {
                return reject(
                        work, List.of(new Fault("", "internal", "It failed again and again: tell us.")), List.of());
            }
            return onWorker(() -> run.format().read(run.file(), run.mapping()))
                    .chain(parsed -> decide(work, run, parsed));
        });
    }

    private Uni<Void> decide(WorkItem work, Pending run, Parsed parsed) {
        if (!parsed.faults().isEmpty()) {
            return reject(work, parsed.faults(), parsed.warnings());
        }
        return onWorker(() -> storable(parsed))
                .chain(faults ->
                        faults.isEmpty() ? settle(work, run, parsed) : reject(work, faults, parsed.warnings()));
    }

    private static List<Fault> storable(Parsed parsed) {
        return parsed.records().stream()
                .flatMap(read -> Storable.faults(read.node(), read.pointer()).stream())
                .toList();
    }

    private Uni<Void> settle(WorkItem work, Pending run, Parsed parsed) {
        return onWorker(() -> ForeignIds.of(parsed.records())).chain(found -> runs.names(run, found)
                .chain(named -> onWorker(() -> check(parsed, found, named)))
                .chain(faults ->
                        faults.isEmpty() ? apply(work, run, parsed, found) : reject(work, faults, parsed.warnings())));
    }

    private List<Fault> check(Parsed parsed, ForeignIds found, RunService.Named named) {
        found.rewrite(parsed.records(), named.known(), named.taken());
        List<Fault> faults = new ArrayList<>();
        parsed.records().forEach(read -> faults.addAll(schema.faults(read)));
        return faults;
    }

    private Uni<Void> apply(WorkItem work, Pending run, Parsed parsed, ForeignIds found) {
        return runs.apply(work, run, parsed, found).chain(done -> afterwards(work, run, done));
    }

    private Uni<Void> afterwards(WorkItem work, Pending run, Outcome done) {
        if (!done.faults().isEmpty()) {
            return reject(work, done.faults(), done.warnings());
        }
        return run.dryRun()
                ? runs.end(work, new End("CHECKED", done.counts(), List.of(), done.warnings()))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> reject(WorkItem work, List<Fault> faults, List<Fault> warnings) {
        return runs.end(work, new End("REJECTED", null, faults, warnings));
    }

    private <T> Uni<T> onWorker(Callable<T> computing) {
        return UniHelper.toUni(vertx.executeBlocking(computing, false));
    }
}
