package org.footbridge.referral.consent.electronic;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.footbridge.common.events.EventType;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.consent.electronic.LinkSecrets.Stage;
import org.footbridge.referral.consent.electronic.Shown.Message;
import org.footbridge.referral.consent.electronic.Shown.Step;

/**
 * What the signer does on the page. The link alone shows nothing: only a code that went to the address in the roster does.
 * Each step locks the signer's row first, so that two clicks are two steps one after the other.
 */
@ApplicationScoped
public class SigningService {
    private final ConsentRequestRepository requests;
    private final Visits visits;
    private final Answers answers;
    private final CaseFiles files;
    private final LinkSecrets secrets;
    private final AccessLog log;
    private final Clock clock;

    SigningService(
            ConsentRequestRepository requests,
            Visits visits,
            Answers answers,
            CaseFiles files,
            LinkSecrets secrets,
            AccessLog log,
            Clock clock) {
        this.requests = requests;
        this.visits = visits;
        this.answers = answers;
        this.files = files;
        this.secrets = secrets;
        this.log = log;
        this.clock = clock;
    }

    /** A form that came back: whose link, and what proves that we showed it to this browser. */
    record Form(String token, String ticket, String browser) {}

    /** Changes nothing: mail scanners open links too. */
    @WithTransaction
    Uni<Shown> start(String token) {
        return visits.find(token)
                .map(visit -> visit == null ? Shown.gone() : new Shown(Step.START, Message.NONE, visit));
    }

    @WithTransaction
    Uni<Shown> sendCode(Form form) {
        return with(form, Stage.OPENED, visit -> {
            if (!visit.signer().mayHaveCode(clock.instant())) {
                return shown(Step.CODE, Message.TOO_MANY, visit);
            }
            visit.signer().newCode(clock.instant());
            return files.announce(visit.file(), EventType.CONSENT_CODE_REQUESTED, visit.actor(), null)
                    .invoke(visit.signer()::codeTold)
                    .chain(requests::flush)
                    .chain(() -> shown(Step.CODE, Message.CODE_SENT, visit));
        });
    }

    @WithTransaction
    Uni<Shown> prove(Form form, String code) {
        return with(form, Stage.OPENED, visit -> {
            boolean right = secrets.isCode(visit.signer(), code);
            return switch (visit.signer().prove(right, clock.instant())) {
                case WRONG -> shown(Step.CODE, Message.CODE_WRONG, visit);
                case SPENT -> shown(Step.CODE, Message.CODE_SPENT, visit);
                case RIGHT ->
                    log.school(
                                    visit.actor(),
                                    "consent-page",
                                    List.of(visit.file().referral().id()))
                            .chain(() -> shown(Step.ASK, Message.NONE, visit));
            };
        });
    }

    @WithTransaction
    Uni<Shown> answer(Form form, Answers.Given given) {
        return with(form, Stage.PROVEN, visit -> answers.take(visit, given));
    }

    /** What was signed just now; {@code null} where the form is not good for it any more. */
    @WithTransaction
    Uni<byte[]> copy(Form form) {
        return visits.find(form.token())
                .chain(visit -> visit == null || visit.consent() == null || !isTicket(visit, form, Stage.PROVEN)
                        ? Uni.createFrom().nullItem()
                        : requests.document(
                                        visit.signer().tenantId(),
                                        visit.request().referralId(),
                                        visit.consent().id())
                                .map(ConsentDocument::content));
    }

    private Uni<Shown> with(Form form, Stage stage, Function<Visit, Uni<Shown>> step) {
        return visits.find(form.token()).chain(visit -> {
            if (visit == null) {
                return Uni.createFrom().item(Shown.gone());
            }
            return isTicket(visit, form, stage) ? step.apply(visit) : shown(Step.START, Message.FORM_OLD, visit);
        });
    }

    private boolean isTicket(Visit visit, Form form, Stage stage) {
        return secrets.isTicket(visit.signer(), stage, form.browser(), form.ticket(), clock.instant());
    }

    private static Uni<Shown> shown(Step step, Message message, Visit visit) {
        return Uni.createFrom().item(new Shown(step, message, visit));
    }
}
