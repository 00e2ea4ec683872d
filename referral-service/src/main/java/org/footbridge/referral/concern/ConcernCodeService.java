package org.footbridge.referral.concern;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.roster.RosterService;

/** The codes of a school's posters. A school without one takes no concerns from strangers. */
@ApplicationScoped
public class ConcernCodeService {
    private static final int LENGTH = 8;

    private final ConcernRepository concerns;
    private final RosterService roster;
    private final Clock clock;

    ConcernCodeService(ConcernRepository concerns, RosterService roster, Clock clock) {
        this.concerns = concerns;
        this.roster = roster;
        this.clock = clock;
    }

    @WithTransaction
    Uni<ConcernCode> make(Caller caller, UUID school) {
        return roster.staff(caller).chain(staff -> {
            if (!staff.coordinates(school)) {
                throw new Problem(
                        CommonProblem.INVALID,
                        "1 fault(s), each with its place.",
                        List.of(new Fault("/schoolId", "unknown", "must be a school that the caller coordinates")));
            }
            ConcernCode code = new ConcernCode(RandomCodes.of(LENGTH), caller.tenant(), school, clock.instant());
            return concerns.insert(code).replaceWith(code);
        });
    }

    /** By code. */
    @WithTransaction
    Uni<List<ConcernCode>> list(Caller caller, String after, int size) {
        return roster.staff(caller).chain(staff -> concerns.codes(caller.tenant(), staff.coordinatorAt(), after, size));
    }

    /** Whoever reads the poster finds nobody from now on. */
    @WithTransaction
    Uni<Void> withdraw(Caller caller, String code) {
        return roster.staff(caller).chain(staff -> concerns.code(code.toUpperCase(Locale.ROOT))
                .invoke(found -> {
                    if (found == null
                            || !found.tenantId().equals(caller.tenant())
                            || !staff.coordinates(found.schoolId())) {
                        throw CommonProblem.NOT_FOUND.because("There is no such code for this caller.");
                    }
                })
                .chain(concerns::delete));
    }
}
