package org.footbridge.referral.referral;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.referral.access.SchoolCaller;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.roster.RosterService;
import org.footbridge.referral.roster.School;
import org.footbridge.referral.roster.Student;

/** Brings a form together with what the roster, the district's calendar and earlier referrals say of it. */
@ApplicationScoped
class SubmissionRules {
    private final FormRules rules;
    private final RosterService roster;
    private final DistrictService districts;
    private final ReferralRepository referrals;
    private final Clock clock;

    SubmissionRules(
            FormRules rules,
            RosterService roster,
            DistrictService districts,
            ReferralRepository referrals,
            Clock clock) {
        this.rules = rules;
        this.roster = roster;
        this.districts = districts;
        this.referrals = referrals;
        this.clock = clock;
    }

    /** A student whom the caller may refer, and the school that refers. */
    record Accepted(Student student, School school) {}

    /** Fails with a 422 that names every fault at once. */
    Uni<Accepted> check(SchoolCaller who, SubmitReferralRequest form) {
        List<Fault> faults = new ArrayList<>();
        return districts
                .settings(who.caller().tenant())
                .invoke(district -> faults.addAll(rules.faults(form, district.dateAt(clock.instant()))))
                .chain(() -> previous(who, form, faults))
                .chain(() -> student(who, form))
                .map(student -> accept(who, form, student, faults));
    }

    /**
     * A form of the family's own, whose right to it was decided before. Fails with a 422 that names every fault at once.
     *
     * @param callMe from a child: nothing but the student is needed
     */
    Uni<Accepted> checkFamily(UUID tenant, SubmitReferralRequest form, Student student, boolean callMe) {
        return districts.settings(tenant).map(district -> {
            List<Fault> faults = new ArrayList<>(
                    callMe ? rules.draftFaults(form) : rules.faults(form, district.dateAt(clock.instant())));
            faults.addAll(rules.faults(form, student, true));
            Optional<School> school = student.schools().stream()
                    .filter(School::active)
                    .filter(one -> form.schoolId() == null || one.id().equals(form.schoolId()))
                    .findFirst();
            if (school.isEmpty()) {
                faults.add(new Fault("/schoolId", "unknown", "must be a school of the student"));
            }
            FormRules.refuse(faults);
            return new Accepted(student, school.orElseThrow());
        });
    }

    /** Fails with a 422 where a draft could never be submitted as it is. */
    Uni<Void> checkDraft(SchoolCaller who, SubmitReferralRequest form) {
        List<Fault> faults = new ArrayList<>(rules.draftFaults(form));
        return student(who, form)
                .invoke(student -> {
                    boolean worksThere =
                            student != null && school(who, student, null).isPresent();
                    faults.addAll(rules.faults(form, student, worksThere));
                    FormRules.refuse(faults);
                })
                .replaceWithVoid();
    }

    private Uni<Student> student(SchoolCaller who, SubmitReferralRequest form) {
        return form.studentId() == null
                ? Uni.createFrom().nullItem()
                : roster.student(who.caller().tenant(), form.studentId());
    }

    private Uni<Void> previous(SchoolCaller who, SubmitReferralRequest form, List<Fault> faults) {
        if (form.previousReferralId() == null || form.studentId() == null) {
            return Uni.createFrom().voidItem();
        }
        return referrals
                .isOf(who.caller().tenant(), form.studentId(), form.previousReferralId())
                .invoke(found -> {
                    if (!found) {
                        faults.add(new Fault(
                                "/previousReferralId", "unknown", "must be an earlier referral of this student"));
                    }
                })
                .replaceWithVoid();
    }

    private Accepted accept(SchoolCaller who, SubmitReferralRequest form, Student student, List<Fault> faults) {
        Optional<School> school = student == null ? Optional.empty() : school(who, student, null);
        faults.addAll(rules.faults(form, student, school.isPresent()));
        Optional<School> chosen = school;
        if (school.isPresent() && form.schoolId() != null) {
            chosen = school(who, student, form.schoolId());
            if (chosen.isEmpty()) {
                faults.add(new Fault("/schoolId", "unknown", "must be a school of the student and of the caller"));
            }
        }
        FormRules.refuse(faults);
        return new Accepted(student, chosen.orElseThrow());
    }

    /** The school that the student attends and the caller works at; the student's primary one comes first. */
    private static Optional<School> school(SchoolCaller who, Student student, UUID wanted) {
        return student.schools().stream()
                .filter(School::active)
                .filter(school -> who.staff().worksAt(school.id()))
                .filter(school -> wanted == null || school.id().equals(wanted))
                .findFirst();
    }
}
