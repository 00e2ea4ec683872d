package org.footbridge.referral.referral;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.casefile.Changes;
import org.footbridge.referral.casefile.Handling;

/** Completes what a form did not say: a crisis is taken in without its where and what, and they are due afterwards. */
@ApplicationScoped
public class DetailsService {
    private final Desk desk;
    private final Clock clock;

    DetailsService(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** By the referrer or a coordinator, as long as the referral has not ended. */
    @WithTransaction
    Uni<Shown> add(Caller caller, UUID id, long expected, DetailsRequest request) {
        return desk.change(caller, id, expected, opened -> add(opened, request));
    }

    private Changes add(Opened opened, DetailsRequest request) {
        opened.referral().require(ReferralCommand.ADD_DETAILS);
        refuse(faults(opened.referral().need().texts(), request));
        return new Handling(opened.file()).addDetails(request.texts(), opened.actor(), clock.instant());
    }

    /** Somebody may have decided by what stands there already, so it is never replaced. */
    private static List<Fault> faults(Need.Texts known, DetailsRequest request) {
        List<Fault> faults = new ArrayList<>();
        if (request.isEmpty()) {
            faults.add(new Fault("", "empty", "must add something"));
        }
        taken("/actionsTried", known.actionsTried(), request.actionsTried(), faults);
        taken("/description", known.description(), request.description(), faults);
        taken("/expectedOutcome", known.expectedOutcome(), request.expectedOutcome(), faults);
        taken("/location", known.location(), request.location(), faults);
        taken("/strengths", known.strengths(), request.strengths(), faults);
        return faults;
    }

    private static void taken(String pointer, String known, String added, List<Fault> faults) {
        if (known != null && !known.isBlank() && added != null) {
            faults.add(new Fault(pointer, "already-there", "must be left out: the form says it already"));
        }
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, faults.size() + " fault(s), each with its place.", faults);
        }
    }
}
