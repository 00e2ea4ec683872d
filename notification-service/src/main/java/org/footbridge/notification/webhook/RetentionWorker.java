package org.footbridge.notification.webhook;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.footbridge.common.queue.Patience;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.common.queue.WorkLoops;

/** Once a day, by whichever copy comes first. */
@ApplicationScoped
public class RetentionWorker {
    static final WorkKind WORK = new WorkKind("webhook-retention");

    private final RetentionService retention;
    private final WorkLoops loops;

    public RetentionWorker(RetentionService retention, WorkLoops loops) {
        this.retention = retention;
        this.loops = loops;
    }

    void start(@Observes StartupEvent start) {
        loops.start(WORK, retention::turn, Patience.RECURRING);
    }
}
