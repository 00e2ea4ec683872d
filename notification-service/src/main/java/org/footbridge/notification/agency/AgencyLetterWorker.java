package org.footbridge.notification.agency;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkLoops;
import org.footbridge.notification.agency.DirectoryClient.AgencyContact;
import org.footbridge.notification.wording.Wording;
import org.jboss.logging.Logger;

/** Writes to agencies. The directory knows no language of an organization, so a mail is in English. */
@ApplicationScoped
public class AgencyLetterWorker {
    private static final Logger LOG = Logger.getLogger(AgencyLetterWorker.class);
    private static final Duration LONGEST_SENDING = Duration.ofSeconds(20);
    private static final String LANGUAGE = "en";
    private static final int NOT_FOUND = 404;

    private final AgencyLetterService letters;
    private final DirectoryClient directory;
    private final ReactiveMailer mailer;
    private final Wording wording;
    private final WorkLoops loops;
    private final String domain;

    AgencyLetterWorker(
            AgencyLetterService letters,
            @RestClient DirectoryClient directory,
            ReactiveMailer mailer,
            Wording wording,
            WorkLoops loops,
            @ConfigProperty(name = "footbridge.mail.from") String from) {
        this.letters = letters;
        this.directory = directory;
        this.mailer = mailer;
        this.wording = wording;
        this.loops = loops;
        this.domain = from.replaceAll("^.*@|>$", "");
    }

    void start(@Observes StartupEvent start) {
        loops.start(AgencyLetter.WORK, this::attempt);
    }

    private Uni<Void> attempt(WorkItem work) {
        return letters.open(work)
                .chain(letter -> letter == null
                        ? Uni.createFrom().voidItem()
                        : write(letter)
                                .chain(() -> letters.done(work))
                                .onFailure()
                                .recoverWithUni(failure -> later(work, failure)));
    }

    /** Nothing where somebody has answered meanwhile, where the service is no more, or where nobody reads mail. */
    private Uni<Void> write(AgencyLetter letter) {
        return directory
                .resolve(letter.about())
                .onFailure(failure -> failure instanceof WebApplicationException answered
                        && answered.getResponse().getStatus() == NOT_FOUND)
                .recoverWithItem(new AgencyContact(null, false))
                .chain(contact -> contact.isToBeWritten()
                        ? send(letter, contact.address())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> send(AgencyLetter letter, String address) {
        String template = letter.template();
        Map<String, Object> data = new HashMap<>();
        data.put("unsubscribe", null);
        Mail mail = Mail.withText(address, wording.title(template, LANGUAGE), wording.text(template, LANGUAGE, data))
                .setHtml(wording.html(template, LANGUAGE, data))
                .addHeader("Message-ID", "<" + letter.id() + "@" + domain + ">")
                .addHeader("Content-Language", LANGUAGE)
                .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail).ifNoItem().after(LONGEST_SENDING).fail();
    }

    /** Says the kind of failure only: a mail server's message may repeat the address. */
    private Uni<Void> later(WorkItem work, Throwable failure) {
        LOG.warnf(
                "agency letter %s could not be sent (%s)",
                work.id(), failure.getClass().getSimpleName());
        return letters.failed(work);
    }
}
