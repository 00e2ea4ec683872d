package org.footbridge.referral.referral;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.casefile.Handling;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.roster.Person;
import org.footbridge.referral.roster.RosterService;
import org.footbridge.referral.roster.Student;

/** Hands referrals from one coordinator of a school to another. */
@ApplicationScoped
public class AssignmentService {
    private final Desk desk;
    private final RosterService roster;
    private final Clock clock;

    AssignmentService(Desk desk, RosterService roster, Clock clock) {
        this.desk = desk;
        this.roster = roster;
        this.clock = clock;
    }

    /** To somebody who coordinates at the referral's school at this moment, by grant for it or for the district. */
    @WithTransaction
    Uni<Shown> assign(Caller caller, UUID id, long expected, UUID person) {
        return desk.open(caller, id, expected).chain(opened -> {
            Actor coordinator = opened.coordinator();
            opened.referral().require(ReferralCommand.ASSIGN);
            return roster.coordinators(caller.tenant(), opened.referral().schoolId())
                    .chain(all -> desk.record(
                            opened,
                            new Handling(opened.file()).assign(among(all, person), coordinator, clock.instant())));
        });
    }

    /** The student has changed schools within the district: the coordinators of the new one go on, and nobody of them has it yet. */
    @WithTransaction
    Uni<Shown> move(Caller caller, UUID id, long expected, UUID school) {
        return desk.open(caller, id, expected).chain(opened -> {
            Actor coordinator = opened.coordinator();
            Referral referral = opened.referral();
            referral.require(ReferralCommand.ASSIGN);
            return roster.student(caller.tenant(), referral.studentId())
                    .map(student -> subject(referral, student, school))
                    .chain(to ->
                            desk.record(opened, new Handling(opened.file()).moveTo(to, coordinator, clock.instant())));
        });
    }

    private static Submission.Subject subject(Referral referral, Student student, UUID wanted) {
        return student.schools().stream()
                .filter(school -> school.id().equals(wanted) && !wanted.equals(referral.schoolId()))
                .findFirst()
                .map(school ->
                        new Submission.Subject(referral.studentId(), school.id(), school.name(), referral.gradeBand()))
                .orElseThrow(() -> new Problem(
                        CommonProblem.INVALID,
                        "1 fault(s), each with its place.",
                        List.of(new Fault(
                                "/schoolId", "unknown", "must be another school that the student attends today"))));
    }

    private static Person among(List<Person> coordinators, UUID wanted) {
        return coordinators.stream()
                .filter(person -> person.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        CommonProblem.INVALID,
                        "1 fault(s), each with its place.",
                        List.of(new Fault("/personId", "unknown", "must be a coordinator of the referral's school"))));
    }
}
