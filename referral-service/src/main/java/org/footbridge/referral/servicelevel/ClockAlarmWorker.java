package org.footbridge.referral.servicelevel;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.footbridge.common.queue.Patience;
import org.footbridge.common.queue.WorkLoops;

/** Starts the loop that looks at clocks whose time has come. */
@ApplicationScoped
class ClockAlarmWorker {
    private final WorkLoops loops;
    private final ClockAlarmService alarms;

    ClockAlarmWorker(WorkLoops loops, ClockAlarmService alarms) {
        this.loops = loops;
        this.alarms = alarms;
    }

    void start(@Observes StartupEvent start) {
        loops.start(ClockKeeper.ALARM, alarms::look, Patience.RECURRING);
    }
}
