package org.footbridge.referral.referral;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.access.SchoolCaller;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.lifecycle.Actor;

/** Takes new referrals in. */
@ApplicationScoped
public class SubmissionService {
    private final SchoolAccess access;
    private final SubmissionRules rules;
    private final ReferralNumbers numbers;
    private final CaseFiles files;
    private final Clock clock;

    SubmissionService(
            SchoolAccess access, SubmissionRules rules, ReferralNumbers numbers, CaseFiles files, Clock clock) {
        this.access = access;
        this.rules = rules;
        this.numbers = numbers;
        this.files = files;
        this.clock = clock;
    }

    /** By somebody who works at the student's school today. */
    @WithTransaction
    Uni<Shown> submit(Caller caller, SubmitReferralRequest form) {
        return access.caller(caller).chain(who -> rules.check(who, form).chain(accepted -> keep(who, form, accepted)));
    }

    private Uni<Shown> keep(SchoolCaller who, SubmitReferralRequest form, SubmissionRules.Accepted accepted) {
        UUID id = Ids.next();
        Actor referrer = who.workingAt(accepted.school().id());
        return numbers.reserve(who.caller().tenant(), id).chain(number -> {
            Instant now = clock.instant();
            Referral referral = Referral.submit(submission(id, number, form, accepted), referrer, now);
            CaseFile file = new CaseFile(referral, List.of());
            return files.record(file, file.submitted(referrer), referral)
                    .replaceWith(new Shown(new Opened(who, file), List.of()));
        });
    }

    private static Submission submission(
            UUID id, String number, SubmitReferralRequest form, SubmissionRules.Accepted accepted) {
        String grade = accepted.student().grades().stream().findFirst().orElse(null);
        return new Submission(
                id,
                number,
                new Submission.Subject(
                        accepted.student().id(),
                        accepted.school().id(),
                        accepted.school().name(),
                        GradeBand.of(grade).code()),
                Urgency.valueOf(form.urgency()),
                form.receivedOn(),
                form.previousReferralId(),
                form.need(),
                form.access(accepted.student().homeLanguage()));
    }
}
