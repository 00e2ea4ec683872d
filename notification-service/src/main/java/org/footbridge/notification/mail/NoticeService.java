package org.footbridge.notification.mail;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.notification.queue.LostLeaseException;
import org.footbridge.notification.queue.WorkItem;
import org.footbridge.notification.queue.WorkQueueService;

/** Which events become a notice, and what is remembered of telling it. */
@ApplicationScoped
public class NoticeService {
    private static final String CODE = "[A-Z][A-Z_]{0,49}";

    private final NoticeRepository notices;
    private final WorkQueueService queue;
    private final MailConfig config;
    private final Clock clock;

    public NoticeService(NoticeRepository notices, WorkQueueService queue, MailConfig config, Clock clock) {
        this.notices = notices;
        this.queue = queue;
        this.config = config;
        this.clock = clock;
    }

    /** A notice that is still to be told, and who has been told already. */
    record Open(Notice notice, List<UUID> handled) {}

    /** What became of one person: SENT or SUPPRESSED with the code of the reason. */
    record Receipt(UUID person, String outcome, String reason) {

        static Receipt sent(UUID person) {
            return new Receipt(person, "SENT", null);
        }

        /** A reason that is no code could be words about a person, and is not kept. */
        static Receipt suppressed(UUID person, String reason) {
            return new Receipt(person, "SUPPRESSED", reason != null && reason.matches(CODE) ? reason : "UNKNOWN");
        }
    }

    /** Takes effect of the event, in the transaction that marks it as seen. */
    @WithTransaction
    public Uni<Void> plan(Event event) {
        if (event.type() != EventType.REFERRAL_SENT) {
            return Uni.createFrom().voidItem();
        }
        Notice notice = Notice.of(event, clock.instant());
        return notices.persistAndFlush(notice).chain(() -> queue.put(notice.work(), clock.instant()));
    }

    /** Empty where there is nothing left to tell; the work is taken out of the queue then. */
    @WithTransaction
    Uni<Optional<Open>> open(WorkItem work) {
        return notices.findById(work.id())
                .chain(notice -> notice == null || !notice.isPending()
                        ? queue.finish(work).replaceWith(Optional.empty())
                        : notices.handled(work.id()).map(handled -> Optional.of(new Open(notice, handled))));
    }

    /** Fails where another copy has the notice by now: it, and not this one, sends what is left. */
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

    @WithTransaction
    Uni<Void> record(Notice notice, Receipt receipt) {
        return notices.insertReceipt(notice, receipt.person(), receipt.outcome(), receipt.reason(), clock.instant());
    }

    @WithTransaction
    Uni<Void> finish(WorkItem work) {
        return hold(work)
                .chain(() -> notices.findById(work.id()))
                .invoke(notice -> notice.done(clock.instant()))
                .chain(() -> queue.finish(work))
                .replaceWithVoid();
    }

    /** Tries again later, or not at all where the notice has become too old. */
    @WithTransaction
    Uni<NoticeState> failed(WorkItem work) {
        return notices.findById(work.id()).chain(notice -> notice.failed(config, clock.instant())
                .map(next -> queue.postpone(work, next).replaceWith(NoticeState.PENDING))
                .orElseGet(() -> queue.finish(work).replaceWith(NoticeState.EXPIRED)));
    }
}
