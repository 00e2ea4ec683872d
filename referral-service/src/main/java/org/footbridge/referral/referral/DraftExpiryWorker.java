package org.footbridge.referral.referral;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.footbridge.common.queue.Patience;
import org.footbridge.common.queue.WorkLoops;

/** Starts the loop that deletes expired drafts. */
@ApplicationScoped
class DraftExpiryWorker {
    private final WorkLoops loops;
    private final DraftExpiryService drafts;

    DraftExpiryWorker(WorkLoops loops, DraftExpiryService drafts) {
        this.loops = loops;
        this.drafts = drafts;
    }

    void start(@Observes StartupEvent start) {
        loops.start(Draft.EXPIRY, drafts::expire, Patience.RECURRING);
    }
}
