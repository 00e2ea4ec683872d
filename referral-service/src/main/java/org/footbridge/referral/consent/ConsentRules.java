package org.footbridge.referral.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.jurisdiction.Authorities;
import org.footbridge.referral.jurisdiction.Authority;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.roster.Guardian;
import org.footbridge.referral.roster.Student;

/** Whether a signature is worth anything: who may sign, and when. Every fault at once. */
final class ConsentRules {
    private ConsentRules() {}

    /** What the roster says at the moment of the decision. {@code takesPart}: the recipient is an agency that we know. */
    record Facts(Referral referral, List<Guardian> guardians, boolean takesPart, Authorities authorities) {

        Student student() {
            return authorities.student();
        }

        LocalDate today() {
            return authorities.today();
        }

        Authority authority(Set<RecordScope> scope) {
            return ConsentTopics.authority(authorities, referral, scope);
        }

        /**
         * Whether the signature still counts today: a guardian's stops on the 18th birthday, when the right moves (34 CFR
         * 99.5), and a minor's with the rule that it rests on.
         */
        boolean counts(Consent consent) {
            return switch (consent.signature().signerRole()) {
                case GUARDIAN -> student().isMinorOn(today());
                case ELIGIBLE_STUDENT -> true;
                case MINOR -> authority(consent.scope()).decision() != Authority.Decision.GUARDIAN;
            };
        }
    }

    /**
     * The person who signed.
     *
     * @throws Problem 422 with every fault
     */
    static UUID signer(RecordConsentRequest request, Facts facts) {
        List<Fault> faults = new ArrayList<>();
        UUID signer =
                switch (SignerRole.valueOf(request.signerRole())) {
                    case GUARDIAN -> guardian(request, facts, faults);
                    case ELIGIBLE_STUDENT -> eligibleStudent(facts, faults);
                    case MINOR -> minor(request, facts, faults);
                };
        if (Method.valueOf(request.method()) == Method.ELECTRONIC_LINK) {
            faults.add(
                    new Fault("/method", "link-only", "must be PAPER_SCAN or PORTAL: a link is signed by its signer"));
        }
        if (request.signedOn().isAfter(facts.today())) {
            faults.add(new Fault("/signedOn", "future", "must not be after today"));
        }
        if (request.expiresOn().isBefore(facts.today())) {
            faults.add(new Fault("/expiresOn", "past", "must not be before today"));
        }
        if (!facts.takesPart()) {
            faults.add(new Fault("/recipientAgencyId", "unknown", "must be an agency that takes part"));
        }
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
        }
        return signer;
    }

    private static UUID guardian(RecordConsentRequest request, Facts facts, List<Fault> faults) {
        if (!facts.student().isMinorOn(facts.today())) {
            faults.add(new Fault("/signerRole", "rights-moved", "must be the student, who is 18 or older"));
        }
        if (ConsentTopics.onlyTheMinor(facts.authority(request.parts()))) {
            faults.add(new Fault("/signerRole", "minor-only", "must be the student, whom the state lets decide alone"));
        }
        boolean entitled = facts.guardians().stream()
                .anyMatch(guardian -> guardian.personId().equals(request.signerGuardianId()) && guardian.hasRights());
        if (!entitled) {
            faults.add(new Fault(
                    "/signerGuardianId",
                    "not-entitled",
                    "must be a guardian of the student with the right to consent"));
        }
        return request.signerGuardianId();
    }

    private static UUID eligibleStudent(Facts facts, List<Fault> faults) {
        if (facts.student().isMinorOn(facts.today())) {
            faults.add(new Fault("/signerRole", "not-of-age", "must be a guardian: the student is not known to be 18"));
        }
        return facts.student().id();
    }

    private static UUID minor(RecordConsentRequest request, Facts facts, List<Fault> faults) {
        if (!facts.authority(request.parts()).minorMaySign()) {
            faults.add(new Fault(
                    "/signerRole", "not-allowed", "must be a guardian: no reviewed rule lets this student sign"));
        }
        return facts.student().id();
    }
}
