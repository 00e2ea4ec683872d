package org.footbridge.referral.retention;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.roster.RosterService;

/** Holds what is about to be destroyed. By the district, which learns nothing of the student by it. */
@ApplicationScoped
public class LegalHoldService {
    private final LegalHoldRepository holds;
    private final RosterService roster;
    private final Clock clock;

    LegalHoldService(LegalHoldRepository holds, RosterService roster, Clock clock) {
        this.holds = holds;
        this.roster = roster;
        this.clock = clock;
    }

    @WithTransaction
    Uni<LegalHold> place(Caller caller, UUID student, NewLegalHold wanted) {
        return requireStudent(caller, student)
                .chain(() -> holds.persistAndFlush(
                        LegalHold.of(caller.tenant(), student, wanted.reason(), caller.subject(), clock.instant())));
    }

    @WithTransaction
    Uni<List<LegalHold>> list(Caller caller, UUID student) {
        return requireStudent(caller, student).chain(() -> holds.all(caller.tenant(), student));
    }

    @WithTransaction
    Uni<LegalHold> lift(Caller caller, UUID student, UUID id, long expected) {
        return holds.of(caller.tenant(), student, id)
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such hold for this caller."))
                .invoke(hold -> {
                    Version.require(expected, hold.version());
                    hold.lift(caller.subject(), clock.instant());
                })
                .call(holds::flush);
    }

    private Uni<Void> requireStudent(Caller caller, UUID student) {
        return roster.student(caller.tenant(), student)
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such student for this caller."))
                .replaceWithVoid();
    }
}
