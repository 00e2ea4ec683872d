package org.footbridge.referral.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.roster.Guardian;
import org.footbridge.referral.roster.Student;

/** Whether a signature is worth anything: who may sign, and when. Every fault at once. */
final class ConsentRules {
    private ConsentRules() {}

    /** What the roster says at the moment of the decision. {@code takesPart}: the recipient is an agency that we know. */
    record Facts(Student student, List<Guardian> guardians, boolean takesPart, LocalDate today) {}

    /**
     * The person who signed.
     *
     * @throws Problem 422 with every fault
     */
    static UUID signer(RecordConsentRequest request, Facts facts) {
        List<Fault> faults = new ArrayList<>();
        UUID signer = SignerRole.valueOf(request.signerRole()) == SignerRole.GUARDIAN
                ? guardian(request, facts, faults)
                : eligibleStudent(facts, faults);
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
}
