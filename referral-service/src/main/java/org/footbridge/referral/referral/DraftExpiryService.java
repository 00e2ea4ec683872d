package org.footbridge.referral.referral;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkQueueService;

/** Deletes what nobody has touched for so long. */
@ApplicationScoped
public class DraftExpiryService {
    private final DraftRepository drafts;
    private final WorkQueueService queue;
    private final Clock clock;

    DraftExpiryService(DraftRepository drafts, WorkQueueService queue, Clock clock) {
        this.drafts = drafts;
        this.queue = queue;
        this.clock = clock;
    }

    /** A draft that was saved in the meantime has its work postponed already, and this lease is lost. */
    @WithTransaction
    Uni<Void> expire(WorkItem work) {
        return drafts.findById(work.id()).chain(draft -> {
            if (draft != null && !draft.isExpired(clock.instant())) {
                return queue.postponeHeld(work, draft.expiresAt());
            }
            return draft == null ? queue.finishHeld(work) : drafts.erase(draft).chain(() -> queue.finishHeld(work));
        });
    }
}
