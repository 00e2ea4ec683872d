package org.footbridge.directory.contact;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.footbridge.common.queue.Patience;
import org.footbridge.common.queue.WorkLoops;

/** Starts the loop that deletes old requests for contact. */
@ApplicationScoped
class ContactExpiryWorker {
    private final WorkLoops loops;
    private final ContactExpiryService requests;

    ContactExpiryWorker(WorkLoops loops, ContactExpiryService requests) {
        this.loops = loops;
        this.requests = requests;
    }

    void start(@Observes StartupEvent start) {
        loops.start(ContactRequest.EXPIRY, requests::expire, Patience.RECURRING);
    }
}
