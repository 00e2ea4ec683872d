package org.footbridge.referral.family;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.family.FamilyRepository.Window;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.SubmissionService;
import org.footbridge.referral.referral.Urgency;
import org.footbridge.referral.roster.Student;

/** Lets students and guardians ask for help, and shows them how far it is. */
@ApplicationScoped
public class FamilyService {
    private static final UUID NEWEST = new UUID(-1, -1);

    private final FamilyAccess access;
    private final FamilyRepository families;
    private final SubmissionService submissions;
    private final DistrictService districts;
    private final AccessLog log;

    FamilyService(
            FamilyAccess access,
            FamilyRepository families,
            SubmissionService submissions,
            DistrictService districts,
            AccessLog log) {
        this.access = access;
        this.families = families;
        this.submissions = submissions;
        this.districts = districts;
        this.log = log;
    }

    /** A referral for its family, with its version. */
    record Seen(FamilyReferral referral, long version) {}

    /** By the student, or by a guardian with rights; 422 names every fault at once. */
    @WithTransaction
    Uni<Seen> ask(Caller caller, FamilyForm form) {
        return access.caller(caller).chain(who -> {
            Student student = who.student(form.studentId()).orElseThrow(FamilyService::noStudent);
            boolean self = who.isSelf(student.id());
            boolean callMe = self && who.isChild();
            if (callMe) {
                refuseWhatAChildTold(form);
            }
            return submissions
                    .submitForFamily(
                            who.actorFor(student.id()), student, form.toSubmit(student.id(), callMe, self), callMe)
                    .chain(referral -> seen(who, referral));
        });
    }

    @WithTransaction
    Uni<Seen> read(Caller caller, UUID id) {
        return access.caller(caller).chain(who -> families.visible(who, new Window(id, NEWEST, 1))
                .map(FamilyService::only)
                .call(referral -> log.school(who.actorFor(referral.studentId()), "family-referral", List.of(id)))
                .chain(referral -> seen(who, referral)));
    }

    /** Newest first, and one more than asked for where there are more. */
    @WithTransaction
    Uni<List<FamilyReferral>> list(Caller caller, UUID before, int limit) {
        return access.caller(caller)
                .chain(who -> families.visible(who, new Window(null, before == null ? NEWEST : before, limit + 1))
                        .call(page -> log.school(
                                who.reader(),
                                "family-referral-list",
                                page.stream().limit(limit).map(Referral::id).toList()))
                        .chain(page -> districts.settings(caller.tenant()).map(district -> page.stream()
                                .map(referral -> FamilyReferral.of(referral, who, district))
                                .toList())));
    }

    private Uni<Seen> seen(FamilyCaller who, Referral referral) {
        return districts
                .settings(who.caller().tenant())
                .map(district -> new Seen(FamilyReferral.of(referral, who, district), referral.version()));
    }

    private static Referral only(List<Referral> found) {
        if (found.isEmpty()) {
            throw CommonProblem.NOT_FOUND.because("There is no such referral for this caller.");
        }
        return found.getFirst();
    }

    private static Problem noStudent() {
        return invalid(List.of(new Fault("/studentId", "unknown", "must be the caller or a child of the caller")));
    }

    private static void refuseWhatAChildTold(FamilyForm form) {
        List<Fault> faults = new ArrayList<>();
        form.told()
                .forEach(place -> faults.add(
                        new Fault(place, "not-collected", "is not taken from a student under 13 or of unknown age")));
        if (form.urgency() != null && !form.urgency().equals(Urgency.CRISIS.name())) {
            faults.add(new Fault("/urgency", "not-collected", "must be CRISIS or missing"));
        }
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
    }

    private static Problem invalid(List<Fault> faults) {
        return new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
    }
}
