package org.footbridge.referral.attachment;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.footbridge.common.queue.Patience;
import org.footbridge.common.queue.WorkLoops;

/** Starts the loop that compares bytes with rows. */
@ApplicationScoped
class Sweeper {
    private final WorkLoops loops;
    private final SweepService sweep;

    Sweeper(WorkLoops loops, SweepService sweep) {
        this.loops = loops;
        this.sweep = sweep;
    }

    void start(@Observes StartupEvent start) {
        loops.start(SweepService.KIND, sweep::compare, Patience.RECURRING);
    }
}
