package org.footbridge.referral.concern;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.footbridge.common.queue.Patience;
import org.footbridge.common.queue.WorkLoops;

/** Starts the loop that deletes forgotten concerns. */
@ApplicationScoped
class ConcernExpiryWorker {
    private final WorkLoops loops;
    private final ConcernExpiryService concerns;

    ConcernExpiryWorker(WorkLoops loops, ConcernExpiryService concerns) {
        this.loops = loops;
        this.concerns = concerns;
    }

    void start(@Observes StartupEvent start) {
        loops.start(LeftConcern.EXPIRY, concerns::expire, Patience.RECURRING);
    }
}
