package org.footbridge.directory.truth;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.footbridge.common.queue.Patience;
import org.footbridge.common.queue.WorkLoops;

/** Starts the rounds in which agencies are asked whether their entries are still right. */
@ApplicationScoped
class VerificationWorker {
    private final WorkLoops loops;
    private final VerificationService verifications;

    VerificationWorker(WorkLoops loops, VerificationService verifications) {
        this.loops = loops;
        this.verifications = verifications;
    }

    void start(@Observes StartupEvent start) {
        loops.start(VerificationService.ROUND, verifications::round, Patience.RECURRING);
    }
}
