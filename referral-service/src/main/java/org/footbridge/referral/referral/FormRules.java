package org.footbridge.referral.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.roster.Student;

/** Every fault of a referral form at once: the limits of its fields together with what only the roster can tell. */
@ApplicationScoped
class FormRules {
    private static final int LONGEST_PAPER_DAYS = 90;

    private final Validator validator;

    FormRules(Validator validator) {
        this.validator = validator;
    }

    /** Faults of the form alone, on this day of the district. */
    List<Fault> faults(SubmitReferralRequest form, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        for (ConstraintViolation<SubmitReferralRequest> violation : validator.validate(form)) {
            faults.add(fault(violation));
        }
        receivedOn(form.receivedOn(), today, faults);
        completeness(form, faults);
        return faults;
    }

    /** Faults that no later word can mend: a draft may lack everything but the student, and be wrong nowhere. */
    List<Fault> draftFaults(SubmitReferralRequest form) {
        List<Fault> faults = new ArrayList<>();
        for (ConstraintViolation<SubmitReferralRequest> violation : validator.validate(form)) {
            Fault fault = fault(violation);
            if (!fault.pointer().equals("/urgency") || !fault.code().equals("not-null")) {
                faults.add(fault);
            }
        }
        return faults;
    }

    /** Faults of the form in view of the student, {@code null} where the roster has none for this caller. */
    List<Fault> faults(SubmitReferralRequest form, Student student, boolean worksThere) {
        List<Fault> faults = new ArrayList<>();
        if (form.studentId() == null) {
            return faults;
        }
        if (student == null || !worksThere) {
            faults.add(new Fault("/studentId", "unknown", "must be a student of a school that the caller works at"));
        } else if (!student.isReferable()) {
            faults.add(new Fault("/studentId", "not-active", "must be an active student"));
        }
        return faults;
    }

    /** Throws a 422 with all of them, sorted by place. */
    static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            List<Fault> sorted =
                    faults.stream().sorted(Comparator.comparing(Fault::pointer)).toList();
            throw new Problem(CommonProblem.INVALID, sorted.size() + " fault(s), each with its place.", sorted);
        }
    }

    private static void receivedOn(LocalDate day, LocalDate today, List<Fault> faults) {
        if (day == null) {
            return;
        }
        if (day.isAfter(today)) {
            faults.add(new Fault("/receivedOn", "future", "must not be after today"));
        } else if (day.isBefore(today.minusDays(LONGEST_PAPER_DAYS))) {
            faults.add(new Fault("/receivedOn", "too-old", "must not be more than 90 days ago"));
        }
    }

    private static void completeness(SubmitReferralRequest form, List<Fault> faults) {
        if (form.urgency() == null
                || form.urgency().equals(Urgency.CRISIS.name())
                || form.urgency().equals(Urgency.UNIVERSAL.name())) {
            return;
        }
        if (form.concerns() == null || form.concerns().isEmpty()) {
            faults.add(new Fault("/concerns", "needed", "is needed for this urgency"));
        }
        if (form.description() == null || form.description().isBlank()) {
            faults.add(new Fault("/description", "needed", "is needed for this urgency"));
        }
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        String code = constraint.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        String pointer = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(node -> node.getIndex() == null ? "/" + node.getName() : "/" + node.getIndex())
                .collect(Collectors.joining());
        return new Fault(pointer, code, violation.getMessage());
    }
}
