package org.footbridge.notification.mail;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.footbridge.notification.mail.NoticeService.Open;
import org.footbridge.notification.mail.NoticeService.Receipt;
import org.footbridge.notification.queue.WorkItem;
import org.footbridge.notification.queue.WorkKind;
import org.footbridge.notification.queue.WorkLoops;
import org.jboss.logging.Logger;

/**
 * Tells people. Between the mail server's yes and the commit of the receipt lies the one window in which a crash makes a
 * second mail; nothing but that one statement happens in it, and the Message-ID is the same, so that many mailboxes show one.
 */
@ApplicationScoped
public class MailWorker {
    private static final Logger LOG = Logger.getLogger(MailWorker.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);
    private static final Duration LONGEST_SENDING = Duration.ofSeconds(20);
    private static final int RECORD_RETRIES = 8;

    private final NoticeService notices;
    private final RecipientsClient recipients;
    private final GuardianMail mails;
    private final WorkLoops loops;

    public MailWorker(
            NoticeService notices, @RestClient RecipientsClient recipients, GuardianMail mails, WorkLoops loops) {
        this.notices = notices;
        this.recipients = recipients;
        this.mails = mails;
        this.loops = loops;
    }

    void start(@Observes StartupEvent start) {
        loops.start(WorkKind.MAIL, this::attempt);
    }

    private Uni<Void> attempt(WorkItem work) {
        return notices.open(work).chain(open -> open.map(notice -> tell(work, notice))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> tell(WorkItem work, Open open) {
        return recipients
                .resolve(open.notice().question())
                .chain(answer -> tellAll(work, open, answer))
                .chain(() -> notices.finish(work))
                .onFailure()
                .recoverWithUni(failure -> later(work, failure));
    }

    private Uni<Void> tellAll(WorkItem work, Open open, RecipientsClient.Recipients answer) {
        List<RecipientsClient.Recipient> left = Optional.ofNullable(answer.recipients()).orElse(List.of()).stream()
                .filter(RecipientsClient.Recipient::isGuardian)
                .filter(recipient -> !open.handled().contains(recipient.personId()))
                .toList();
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (RecipientsClient.Recipient recipient : left) {
            chain = chain.chain(() -> tellOne(work, open, recipient, answer.schoolContact()));
        }
        return chain;
    }

    private Uni<Void> tellOne(
            WorkItem work, Open open, RecipientsClient.Recipient recipient, RecipientsClient.SchoolContact contact) {
        if (!recipient.allowed()) {
            return record(open, Receipt.suppressed(recipient.personId(), recipient.reason()));
        }
        if (recipient.address() == null || recipient.address().isBlank()) {
            return record(open, Receipt.suppressed(recipient.personId(), "NO_ADDRESS"));
        }
        return notices.hold(work)
                .chain(() -> mails.send(open.notice(), recipient, contact))
                .ifNoItem()
                .after(LONGEST_SENDING)
                .fail()
                .chain(() -> record(open, Receipt.sent(recipient.personId())));
    }

    private Uni<Void> record(Open open, Receipt receipt) {
        return Uni.createFrom()
                .deferred(() -> notices.record(open.notice(), receipt))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .atMost(RECORD_RETRIES);
    }

    /** Says the kind of failure only: a mail server's message may repeat the address. */
    private Uni<Void> later(WorkItem work, Throwable failure) {
        return notices.failed(work)
                .invoke(state -> LOG.warnf(
                        "notice %s could not be told (%s), now %s",
                        work.id(), failure.getClass().getSimpleName(), state))
                .replaceWithVoid();
    }
}
