package org.footbridge.notification.mail;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.footbridge.common.queue.LostLeaseException;
import org.footbridge.common.queue.Patience;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkLoops;
import org.footbridge.notification.escalation.EscalationService;
import org.footbridge.notification.mail.NoticeService.Open;
import org.jboss.logging.Logger;

/**
 * Tells people. Between the mail server's yes and the commit of the receipt lies the one window in which a crash makes a
 * second mail; nothing but that one statement happens in it, and the Message-ID is the same, so that many mailboxes show one.
 */
@ApplicationScoped
public class MailWorker {
    private static final Logger LOG = Logger.getLogger(MailWorker.class);

    /** Nothing that is told here is given up by the queue: a notice knows itself when it has become too old, and a crisis never does. */
    private static final Patience ENDLESS = Patience.endless(Duration.ofSeconds(5), Duration.ofMinutes(1));

    private final NoticeService notices;
    private final RecipientDirectory recipients;
    private final Teller teller;
    private final WorkLoops loops;

    MailWorker(NoticeService notices, RecipientDirectory recipients, Teller teller, WorkLoops loops) {
        this.notices = notices;
        this.recipients = recipients;
        this.teller = teller;
        this.loops = loops;
    }

    void start(@Observes StartupEvent start) {
        loops.start(Notice.SAFETY, this::attempt, ENDLESS);
        loops.start(Notice.WORK, this::attempt, ENDLESS);
        loops.start(EscalationService.WATCH, notices::watch, ENDLESS);
    }

    private Uni<Void> attempt(WorkItem work) {
        return notices.open(work).chain(open -> open.map(notice -> tell(work, notice))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> tell(WorkItem work, Open open) {
        return recipients
                .of(open.notice())
                .chain(answer -> teller.tell(work, open, answer))
                .chain(told -> conclude(work, open, told))
                .onFailure(failure -> !(failure instanceof LostLeaseException))
                .recoverWithUni(failure -> later(work, failure.getClass().getSimpleName()));
    }

    /** A crisis is told until somebody was reached; only then the chain's clock goes on for a reason. */
    private Uni<Void> conclude(WorkItem work, Open open, Told told) {
        if (told.failed()) {
            return later(work, "see above");
        }
        if (open.notice().isSafety() && !told.reached() && !open.hasReachedSomebody()) {
            return later(work, "nobody was reached");
        }
        return told.restUntil() == null ? notices.finish(work) : notices.rest(work, told.restUntil());
    }

    /** Says the kind of failure only: a mail server's message may repeat the address. */
    private Uni<Void> later(WorkItem work, String why) {
        return notices.failed(work)
                .invoke(state -> LOG.warnf("notice %s could not be told (%s), now %s", work.id(), why, state))
                .replaceWithVoid();
    }
}
