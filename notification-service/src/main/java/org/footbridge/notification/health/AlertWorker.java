package org.footbridge.notification.health;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.Engine;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.footbridge.common.queue.WorkItem;
import org.footbridge.common.queue.WorkLoops;
import org.jboss.logging.Logger;

/** Writes to the technical contacts of endpoints. The first line of a template is the subject. */
@ApplicationScoped
public class AlertWorker {
    private static final Logger LOG = Logger.getLogger(AlertWorker.class);
    private static final Duration LONGEST_SENDING = Duration.ofSeconds(20);

    private final AlertService alerts;
    private final ReactiveMailer mailer;
    private final Engine templates;
    private final WorkLoops loops;

    public AlertWorker(AlertService alerts, ReactiveMailer mailer, Engine templates, WorkLoops loops) {
        this.alerts = alerts;
        this.mailer = mailer;
        this.templates = templates;
        this.loops = loops;
    }

    void start(@Observes StartupEvent start) {
        loops.start(Alert.WORK, this::attempt);
    }

    private Uni<Void> attempt(WorkItem work) {
        return alerts.open(work)
                .chain(alert -> alert == null
                        ? Uni.createFrom().voidItem()
                        : send(alert)
                                .chain(() -> alerts.sent(work))
                                .onFailure()
                                .recoverWithUni(failure -> later(work, failure)));
    }

    private Uni<Void> send(Alert alert) {
        String[] text = templates
                .getTemplate(alert.kind().template())
                .data("host", alert.host())
                .data("endpoint", alert.endpointId())
                .data("since", alert.failingSince())
                .render()
                .split("\n", 2);
        Mail mail = Mail.withText(alert.address(), text[0], text[1].stripLeading())
                .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail).ifNoItem().after(LONGEST_SENDING).fail();
    }

    private Uni<Void> later(WorkItem work, Throwable failure) {
        LOG.warnf(
                "alert %s could not be mailed: %s",
                work.id(), failure.getClass().getSimpleName());
        return alerts.failed(work);
    }
}
