package org.footbridge.notification.mail;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventType;
import org.footbridge.common.queue.LostLeaseException;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkLanesService;
import org.footbridge.common.queue.WorkQueueService;
import org.footbridge.notification.escalation.EscalationService;
import org.footbridge.notification.inbox.Entry;
import org.footbridge.notification.inbox.InboxService;
import org.footbridge.notification.preference.NoticeChannel;

/** Which events become a notice, and what is remembered of telling it. */
@ApplicationScoped
public class NoticeService {
    private static final String CODE = "[A-Z][A-Z_]{0,49}|[a-z][a-z-]{0,49}";

    private final NoticeRepository notices;
    private final InboxService inbox;
    private final EscalationService escalations;
    private final WorkQueueService queue;
    private final WorkLanesService lanes;
    private final MailConfig config;
    private final Clock clock;

    public NoticeService(
            NoticeRepository notices,
            InboxService inbox,
            EscalationService escalations,
            WorkQueueService queue,
            WorkLanesService lanes,
            MailConfig config,
            Clock clock) {
        this.notices = notices;
        this.inbox = inbox;
        this.escalations = escalations;
        this.queue = queue;
        this.lanes = lanes;
        this.config = config;
        this.clock = clock;
    }

    /** A notice that is still to be told, and who has been told already and how. */
    record Open(Notice notice, Set<Handled> handled) {

        /** In a crisis only who was told is done with: the roster may have been corrected meanwhile. */
        boolean isDoneWith(UUID person, NoticeChannel channel) {
            return handled.stream()
                    .anyMatch(each -> each.person().equals(person)
                            && each.channel() == channel
                            && (each.sent() || !notice.isSafety()));
        }

        /** Whether somebody was told by something that makes a noise. */
        boolean hasReachedSomebody() {
            return handled.stream()
                    .anyMatch(each -> each.sent() && each.channel().disturbs());
        }
    }

    /** Somebody with whom a channel is done: told by it, or not to be told by it. */
    record Handled(UUID person, NoticeChannel channel, boolean sent) {}

    /** What became of one person on one channel: SENT, DIGEST, or SUPPRESSED with the code of the reason. */
    record Receipt(UUID person, NoticeChannel channel, String outcome, String reason) {
        static final String SENT = "SENT";

        static Receipt sent(UUID person, NoticeChannel channel) {
            return new Receipt(person, channel, SENT, null);
        }

        static Receipt collected(UUID person) {
            return new Receipt(person, NoticeChannel.EMAIL, "DIGEST", null);
        }

        /** A reason that is no code could be words about a person, and is not kept. */
        static Receipt suppressed(UUID person, NoticeChannel channel, String reason) {
            boolean code = reason != null && reason.matches(CODE);
            return new Receipt(person, channel, "SUPPRESSED", code ? reason : "UNKNOWN");
        }
    }

    /** Takes effect of the event, in the transaction that marks it as seen. */
    @WithTransaction
    public Uni<Void> plan(Event event) {
        if (event.type() == EventType.REFERRAL_PURGED) {
            return notices.forget(event.tenantId(), event.subject())
                    .chain(() -> inbox.forget(event.tenantId(), event.subject()));
        }
        return escalations
                .take(event)
                .chain(() -> Letter.tellsOf(event)
                        ? begin(Notice.of(event, clock.instant()))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> begin(Notice notice) {
        return notices.persistAndFlush(notice).chain(() -> queue.put(notice.work(), clock.instant()));
    }

    /** Tells of a crisis that nobody has passed on: whoever's turn it is now. Nothing where somebody has it in hand. */
    @WithTransaction
    Uni<Void> watch(WorkItem work) {
        return escalations
                .late(work)
                .chain(late -> late == null
                        ? Uni.createFrom().voidItem()
                        : begin(Notice.ofLateCrisis(work.tenant(), work.id(), late, clock.instant())));
    }

    /** Empty where there is nothing left to tell; the work is taken out of the queue then. */
    @WithTransaction
    Uni<Optional<Open>> open(WorkItem work) {
        return notices.findById(work.id())
                .chain(notice -> notice == null || !notice.isPending()
                        ? queue.finish(work).replaceWith(Optional.empty())
                        : isOver(notice)
                                .chain(over -> over
                                        ? finish(work).replaceWith(Optional.empty())
                                        : notices.handled(work.id())
                                                .map(handled -> Optional.of(new Open(notice, handled)))));
    }

    /** Somebody has the crisis in hand: who was not told yet need not be. */
    private Uni<Boolean> isOver(Notice notice) {
        return notice.isSafety()
                ? escalations.isAcknowledged(notice.tenantId(), notice.referralId())
                : Uni.createFrom().item(false);
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
        return notices.insertReceipt(notice, receipt, clock.instant())
                .chain(news -> news && notice.isSafety()
                        ? escalations.told(
                                notice.tenantId(),
                                notice.referralId(),
                                receipt.person(),
                                receipt.channel(),
                                receipt.reason())
                        : Uni.createFrom().voidItem());
    }

    /** Into somebody's inbox, and the receipt of it. */
    @WithTransaction
    Uni<Void> deposit(Notice notice, Entry entry) {
        return inbox.put(entry).chain(() -> record(notice, Receipt.sent(entry.person(), NoticeChannel.IN_APP)));
    }

    /** Into somebody's next summary, which is due at that time. */
    @WithTransaction
    Uni<Void> collect(Notice notice, UUID person, Instant due) {
        return notices.collect(notice, person, clock.instant())
                .chain(() -> record(notice, Receipt.collected(person)))
                .chain(() -> lanes.putNoLater(DigestService.work(notice.tenantId(), person), due));
    }

    @WithTransaction
    Uni<Void> finish(WorkItem work) {
        return hold(work)
                .chain(() -> notices.findById(work.id()))
                .invoke(notice -> {
                    if (notice != null) {
                        notice.done(clock.instant());
                    }
                })
                .chain(() -> queue.finish(work))
                .replaceWithVoid();
    }

    /** Goes on when somebody's quiet hours are over. */
    @WithTransaction
    Uni<Void> rest(WorkItem work, Instant until) {
        return queue.postpone(work, until).replaceWithVoid();
    }

    /** Tries again later, or not at all where the notice has become too old or its referral was destroyed. */
    @WithTransaction
    Uni<NoticeState> failed(WorkItem work) {
        return notices.findById(work.id()).chain(notice -> Optional.ofNullable(notice)
                .flatMap(known -> known.failed(config, clock.instant()))
                .map(next -> queue.postpone(work, next).replaceWith(NoticeState.PENDING))
                .orElseGet(() -> queue.finish(work).replaceWith(NoticeState.EXPIRED)));
    }
}
