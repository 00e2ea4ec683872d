package org.footbridge.referral.retention;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.footbridge.common.queue.Patience;
import org.footbridge.common.queue.WorkLoops;

/** Starts the loop that destroys what is due each night. */
@ApplicationScoped
class PurgeWorker {
    private final WorkLoops loops;
    private final RetentionService retention;

    PurgeWorker(WorkLoops loops, RetentionService retention) {
        this.loops = loops;
        this.retention = retention;
    }

    void start(@Observes StartupEvent start) {
        loops.start(PurgeService.NIGHTLY, retention::nightly, Patience.RECURRING);
    }
}
