package org.footbridge.notification.oncall;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.footbridge.common.queue.LostLeaseException;
import org.footbridge.common.queue.Patience;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkLoops;
import org.jboss.logging.Logger;

/** Asks referral-service for the contacts of one school at a time, and again after a while. */
@ApplicationScoped
class OnCallCopyWorker {
    private static final Logger LOG = Logger.getLogger(OnCallCopyWorker.class);

    private final WorkLoops loops;
    private final OnCallClient client;
    private final OnCallService copies;

    OnCallCopyWorker(WorkLoops loops, @RestClient OnCallClient client, OnCallService copies) {
        this.loops = loops;
        this.client = client;
        this.copies = copies;
    }

    void start(@Observes StartupEvent start) {
        loops.start(OnCallService.COPY, this::copy, Patience.RECURRING);
    }

    private Uni<Void> copy(WorkItem work) {
        return client.resolve(new OnCallClient.Question(work.tenant(), work.id()))
                .chain(answer -> copies.store(work, answer))
                .onFailure(failure -> !(failure instanceof LostLeaseException))
                .recoverWithUni(failure -> failed(work, failure));
    }

    /** Says the kind of failure only: its words may repeat an address. */
    private Uni<Void> failed(WorkItem work, Throwable failure) {
        boolean gone = failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() == Status.NOT_FOUND.getStatusCode();
        if (gone) {
            return copies.forget(work);
        }
        LOG.warnf(
                "the on-call contacts of school %s cannot be asked for (%s)",
                work.id(), failure.getClass().getSimpleName());
        return copies.later(work);
    }
}
