package org.footbridge.referral.concern;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.access.SchoolCaller;
import org.footbridge.referral.referral.SubmissionService;

/** What the coordinators of a school do with the concerns that were left there. */
@ApplicationScoped
public class ConcernService {
    private final SchoolAccess access;
    private final ConcernRepository concerns;
    private final SubmissionService submissions;
    private final AccessLog log;
    private final Clock clock;

    ConcernService(
            SchoolAccess access,
            ConcernRepository concerns,
            SubmissionService submissions,
            AccessLog log,
            Clock clock) {
        this.access = access;
        this.concerns = concerns;
        this.submissions = submissions;
        this.log = log;
        this.clock = clock;
    }

    /** The open ones of the caller's schools, newest first. */
    @WithTransaction
    Uni<List<LeftConcern>> list(Caller caller, ConcernRepository.Position after, int limit) {
        Instant now = clock.instant();
        return access.caller(caller)
                .chain(who -> concerns.page(caller.tenant(), who.staff().coordinatorAt(), now, after, limit + 1)
                        .call(page -> log.school(
                                who.coordinator(),
                                "concern-list",
                                page.stream().limit(limit).map(LeftConcern::id).toList())));
    }

    @WithTransaction
    Uni<LeftConcern> read(Caller caller, UUID id) {
        return access.caller(caller).chain(who -> find(who, id)
                .call(concern -> log.school(who.coordinatorOf(concern.schoolId()), "concern", List.of(id))));
    }

    /** It becomes a referral of the caller's; the rules of the form hold. */
    @WithTransaction
    Uni<LeftConcern> refer(Caller caller, UUID id, long expected, ReferConcern request) {
        return access.caller(caller).chain(who -> open(who, id, expected).call(concern -> submissions
                .submitConcern(caller, request.toSubmit(concern.words()))
                .invoke(referral -> concern.becomes(referral, who.staff().personId(), clock.instant()))
                .call(concerns::flush)));
    }

    @WithTransaction
    Uni<LeftConcern> dismiss(Caller caller, UUID id, long expected, Dismissal code) {
        return access.caller(caller).chain(who -> open(who, id, expected)
                .invoke(concern -> concern.dismiss(code, who.staff().personId(), clock.instant()))
                .call(concerns::flush));
    }

    private Uni<LeftConcern> open(SchoolCaller who, UUID id, long expected) {
        return find(who, id).invoke(concern -> {
            Version.require(expected, concern.version());
            concern.requireOpen();
        });
    }

    private Uni<LeftConcern> find(SchoolCaller who, UUID id) {
        return concerns.of(who.caller().tenant(), who.staff().coordinatorAt(), id, clock.instant())
                .invoke(concern -> {
                    if (concern == null) {
                        throw CommonProblem.NOT_FOUND.because("There is no such concern for this caller.");
                    }
                });
    }
}
