package org.footbridge.referral.crisis;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.footbridge.common.queue.Patience;
import org.footbridge.common.queue.WorkLoops;

/** Starts the loop that passes crises on. It is a loop of its own, so that nothing else that is due holds one up. */
@ApplicationScoped
class CrisisAlarmWorker {
    /** A crisis is never given up, whatever fails. */
    private static final Patience UNTIL_SOMEBODY_KNOWS = Patience.endless(Duration.ofSeconds(5), Duration.ofMinutes(1));

    private final WorkLoops loops;
    private final CrisisAlarmService alarms;

    CrisisAlarmWorker(WorkLoops loops, CrisisAlarmService alarms) {
        this.loops = loops;
        this.alarms = alarms;
    }

    void start(@Observes StartupEvent start) {
        loops.start(CrisisKeeper.ESCALATION, alarms::escalate, UNTIL_SOMEBODY_KNOWS);
    }
}
