package org.footbridge.referral.consent.electronic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.consent.SignerRole;

/** Whether these people may be asked for this. Every fault at once. */
final class AskingRules {
    private AskingRules() {}

    /**
     * Those who are asked.
     *
     * @throws Problem 422 with every fault
     */
    static List<Addressee> addressees(AskForConsent form, Addressees.Known known, boolean takesPart, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (!takesPart) {
            faults.add(new Fault("/recipientAgencyId", "unknown", "must be an agency that takes part"));
        }
        if (form.expiresOn().isBefore(today)) {
            faults.add(new Fault("/expiresOn", "past", "must not be before today"));
        }
        List<Addressee> asked = form.role() == SignerRole.GUARDIAN
                ? guardians(form.guardians(), known, faults)
                : List.of(student(form.role(), known, faults));
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
        }
        return asked;
    }

    private static List<Addressee> guardians(List<UUID> ids, Addressees.Known known, List<Fault> faults) {
        if (ids.isEmpty()) {
            faults.add(new Fault("/guardianIds", "required", "must name at least one guardian"));
        }
        List<Addressee> asked = new ArrayList<>();
        for (UUID id : ids) {
            Addressee guardian = known.all().stream()
                    .filter(one -> one.is(id, SignerRole.GUARDIAN))
                    .findFirst()
                    .orElse(null);
            String silence = guardian == null ? "not-entitled" : guardian.silence();
            if (silence != null) {
                faults.add(new Fault("/guardianIds/" + ids.indexOf(id), silence, message(silence)));
            }
            asked.add(guardian);
        }
        return asked;
    }

    private static Addressee student(SignerRole role, Addressees.Known known, List<Fault> faults) {
        Addressee student = known.all().stream()
                .filter(one -> one.is(known.student().id(), role))
                .findFirst()
                .orElseThrow();
        if (student.silence() != null) {
            faults.add(new Fault("/signerRole", student.silence(), message(student.silence())));
        }
        return student;
    }

    private static String message(String silence) {
        return switch (silence) {
            case "rights-moved" -> "must be the student, who is 18 or older";
            case "minor-only" -> "must be the student, whom the state lets decide alone";
            case "not-allowed" -> "must be a guardian: no reviewed rule lets this student sign";
            case "not-of-age" -> "must be a guardian: the student is not known to be 18";
            case Addressees.NO_CONTACT -> "must not be contacted";
            case Addressees.NO_ADDRESS -> "has no mail address in the roster";
            default -> "must be a guardian of the student with the right to consent";
        };
    }
}
