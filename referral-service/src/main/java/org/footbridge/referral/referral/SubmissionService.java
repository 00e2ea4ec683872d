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
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.district.CrisisLine;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.roster.Student;

/** Takes new referrals in. */
@ApplicationScoped
public class SubmissionService {
    private final SchoolAccess access;
    private final SubmissionRules rules;
    private final ReferralNumbers numbers;
    private final CaseFiles files;
    private final LocalLines lines;
    private final Clock clock;

    SubmissionService(
            SchoolAccess access,
            SubmissionRules rules,
            ReferralNumbers numbers,
            CaseFiles files,
            LocalLines lines,
            Clock clock) {
        this.access = access;
        this.rules = rules;
        this.numbers = numbers;
        this.files = files;
        this.lines = lines;
        this.clock = clock;
    }

    /** By somebody who works at the student's school today. */
    @WithTransaction
    Uni<Shown> submit(Caller caller, SubmitReferralRequest form) {
        return access.caller(caller).chain(who -> rules.check(who, form)
                .chain(accepted -> keep(who.workingAt(accepted.school().id()), form, accepted))
                .chain(file ->
                        lines.of(file.referral()).map(local -> new Shown(new Opened(who, file), List.of(), local))));
    }

    /** The crisis lines of a district, for a form on its way. */
    Uni<List<CrisisLine>> localLines(UUID tenant) {
        return lines.of(tenant);
    }

    /** As above, for what somebody left without a name. */
    @WithTransaction
    public Uni<UUID> submitConcern(Caller caller, SubmitReferralRequest form) {
        return submit(caller, form).map(shown -> shown.referral().id());
    }

    /**
     * By the student or a guardian. That he or she may, is decided before.
     *
     * @param callMe from a child, of whom nothing more is taken
     */
    @WithTransaction
    public Uni<Referral> submitForFamily(Actor referrer, Student student, SubmitReferralRequest form, boolean callMe) {
        return rules.checkFamily(referrer.organizationId(), form, student, callMe)
                .chain(accepted -> keep(referrer, form, accepted))
                .map(CaseFile::referral);
    }

    private Uni<CaseFile> keep(Actor referrer, SubmitReferralRequest form, SubmissionRules.Accepted accepted) {
        UUID id = Ids.next();
        return numbers.reserve(referrer.organizationId(), id).chain(number -> {
            Instant now = clock.instant();
            Referral referral = Referral.submit(submission(id, number, form, accepted), referrer, now);
            CaseFile file = new CaseFile(referral, List.of());
            return files.record(file, file.submitted(referrer), referral);
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
