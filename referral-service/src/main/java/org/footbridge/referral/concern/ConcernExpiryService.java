package org.footbridge.referral.concern;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkQueueService;

/** Deletes concerns that nobody has looked at, when their time is up and not when somebody happens to list them. */
@ApplicationScoped
public class ConcernExpiryService {
    private final ConcernRepository concerns;
    private final WorkQueueService queue;
    private final Clock clock;

    ConcernExpiryService(ConcernRepository concerns, WorkQueueService queue, Clock clock) {
        this.concerns = concerns;
        this.queue = queue;
        this.clock = clock;
    }

    /** What was decided upon has no words any more, and stays. */
    @WithTransaction
    Uni<Void> expire(WorkItem work) {
        return concerns.findById(work.id())
                .chain(concern -> concern != null && concern.isOpen() && !concern.isForgotten(clock.instant())
                        ? queue.postponeHeld(work, concern.expiresAt())
                        : concerns.forget(work.id(), clock.instant()).chain(() -> queue.finishHeld(work)));
    }
}
