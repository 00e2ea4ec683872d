package org.footbridge.notification.mail;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.queue.LostLeaseException;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkKind;
import org.footbridge.common.queue.WorkQueueService;

/** What waits for somebody's summary. There is one work per person, due when the summary is. */
@ApplicationScoped
public class DigestService {
    static final WorkKind WORK = new WorkKind("digest");
    private static final Duration RETRY = Duration.ofMinutes(5);
    private static final int MOST = 200;
    /** Longer than a weekend with its holidays; what could not be told for so long would only confuse. */
    private static final Duration EXPIRY = Duration.ofDays(7);

    private final NoticeRepository notices;
    private final WorkQueueService queue;
    private final Clock clock;

    public DigestService(NoticeRepository notices, WorkQueueService queue, Clock clock) {
        this.notices = notices;
        this.queue = queue;
        this.clock = clock;
    }

    static WorkItem work(UUID tenant, UUID person) {
        return WorkItem.ofTenant(WORK, person, tenant);
    }

    /** The oldest first; empty where there is nothing left, and the work is taken out of the queue then. */
    @WithTransaction
    Uni<List<Notice>> open(WorkItem work) {
        return hold(work)
                .chain(() -> notices.dropCollected(work.id(), clock.instant().minus(EXPIRY)))
                .chain(() -> notices.collected(work.tenant(), work.id(), MOST))
                .call(found ->
                        found.isEmpty() ? queue.finish(work) : Uni.createFrom().voidItem());
    }

    /** Fails where another copy has the summary by now. */
    @WithTransaction
    Uni<Void> hold(WorkItem work) {
        return queue.renew(work)
                .invoke(held -> {
                    if (!held) {
                        throw new LostLeaseException(work);
                    }
                })
                .replaceWithVoid();
    }

    /** Told, or not to be told any more. What came in meanwhile is told at once: whoever adds it waits for the work's row. */
    @WithTransaction
    Uni<Void> finish(WorkItem work, List<Notice> told) {
        return hold(work)
                .chain(() -> notices.removeCollected(
                        work.id(), told.stream().map(Notice::id).toList()))
                .chain(() -> notices.collected(work.tenant(), work.id(), 1))
                .chain(left -> left.isEmpty() ? queue.finish(work) : queue.postpone(work, clock.instant()))
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> later(WorkItem work) {
        return queue.postpone(work, clock.instant().plus(RETRY)).replaceWithVoid();
    }
}
