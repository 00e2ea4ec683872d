package org.footbridge.notification.endpoint;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.footbridge.common.queue.Patience;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.common.queue.WorkLoops;

/**
 * Looks after each endpoint once a day. So a new encryption key is in use everywhere a day after it was configured, without
 * a role that sees every tenant's rows, and the key before it can be taken away then.
 */
@ApplicationScoped
public class EndpointUpkeep {
    static final WorkKind WORK = new WorkKind("webhook-upkeep");

    private final EndpointService endpoints;
    private final WorkLoops loops;

    public EndpointUpkeep(EndpointService endpoints, WorkLoops loops) {
        this.endpoints = endpoints;
        this.loops = loops;
    }

    void start(@Observes StartupEvent start) {
        loops.start(WORK, endpoints::lookAfter, Patience.RECURRING);
    }
}
