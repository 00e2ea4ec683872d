package org.footbridge.referral.attachment;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.common.web.caller.Caller;
import org.jboss.logging.Logger;

/**
 * Compares the bytes of each file with its row, by a work that is written down before the bytes are (ADR 032). Bytes without a row
 * are deleted: their transaction failed, or a purge has forgotten the row. A row without bytes is somebody's loss, and is called out.
 */
@ApplicationScoped
public class SweepService {
    static final WorkKind KIND = new WorkKind("attachment-sweep");

    /** Longer than any request takes. */
    private static final Duration SOON = Duration.ofHours(1);

    private static final Duration AGAIN = Duration.ofDays(30);
    private static final Duration LOST = Duration.ofDays(1);
    private static final Logger LOG = Logger.getLogger(SweepService.class);

    private final AttachmentRepository attachments;
    private final AttachmentStore store;
    private final WorkQueueService queue;
    private final Clock clock;

    SweepService(AttachmentRepository attachments, AttachmentStore store, WorkQueueService queue, Clock clock) {
        this.attachments = attachments;
        this.store = store;
        this.queue = queue;
        this.clock = clock;
    }

    /** A key for bytes that are about to be written. Commits before they are, so that nothing can be left behind. */
    @WithTransaction
    Uni<UUID> announce(Caller caller) {
        UUID key = UUID.randomUUID();
        UUID lane = caller.agency() == null ? caller.tenant() : caller.agency();
        WorkItem work = new WorkItem(KIND, key, lane, caller.tenant(), caller.agency(), null);
        return queue.put(work, clock.instant().plus(SOON)).replaceWith(key);
    }

    /** Their rows go with the running transaction; once it has committed, so do the bytes. */
    @WithTransaction
    Uni<Void> forget(UUID tenant, Collection<UUID> keys) {
        return keys.isEmpty() ? Uni.createFrom().voidItem() : queue.putAll(KIND, tenant, keys, clock.instant());
    }

    @WithTransaction
    Uni<Void> compare(WorkItem work) {
        String key = work.id().toString();
        return attachments
                .ofKey(work.id())
                .chain(row -> row == null
                        ? store.delete(key).chain(() -> queue.finishHeld(work))
                        : store.has(key).chain(there -> later(work, row, there)));
    }

    private Uni<Void> later(WorkItem work, Attachment row, boolean there) {
        if (!there) {
            LOG.errorf("the bytes of attachment %s are missing in the store: restore them", row.id());
        }
        return queue.postponeHeld(work, clock.instant().plus(there ? AGAIN : LOST));
    }
}
