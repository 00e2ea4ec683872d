package org.footbridge.directory.contact;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkQueueService;

/** Deletes requests for contact when their time is up, and not when somebody happens to list them. */
@ApplicationScoped
public class ContactExpiryService {
    private final ContactRepository requests;
    private final WorkQueueService queue;

    ContactExpiryService(ContactRepository requests, WorkQueueService queue) {
        this.requests = requests;
        this.queue = queue;
    }

    @WithTransaction
    Uni<Void> expire(WorkItem work) {
        return requests.forget(work.agency(), work.id()).chain(() -> queue.finishHeld(work));
    }
}
