package org.footbridge.referral.referral;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.Fault;
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
        Referral referral = opened.referral();
        referral.require(ReferralCommand.ADD_DETAILS);
        FormRules.refuse(faults(referral.need(), referral.access(), request));
        return new Handling(opened.file())
                .addDetails(request.need(), request.access(), opened.actor(), clock.instant());
    }

    /** Somebody may have decided by what stands there already, so it is never replaced. */
    private static List<Fault> faults(Need need, Access access, DetailsRequest request) {
        List<Fault> faults = new ArrayList<>();
        if (request.isEmpty()) {
            faults.add(new Fault("", "empty", "must add something"));
        }
        Need.Texts known = need.texts();
        taken("/actionsTried", said(known.actionsTried()), request.actionsTried(), faults);
        taken("/description", said(known.description()), request.description(), faults);
        taken("/expectedOutcome", said(known.expectedOutcome()), request.expectedOutcome(), faults);
        taken("/location", said(known.location()), request.location(), faults);
        taken("/strengths", said(known.strengths()), request.strengths(), faults);
        taken("/concerns", !need.concerns().isEmpty(), request.concerns(), faults);
        taken("/identified", need.identified() != null, request.identified(), faults);
        taken("/homeLanguage", access.homeLanguage() != null, request.homeLanguage(), faults);
        taken("/interpreterNeeded", access.interpreterNeeded(), request.interpreterNeeded(), faults);
        taken("/insurance", access.insurance() != Insurance.UNKNOWN, request.insurance(), faults);
        taken("/iep", access.iep() != null, request.iep(), faults);
        taken("/section504", access.section504() != null, request.section504(), faults);
        taken("/guardianMayBeContacted", !access.guardianContact(), request.guardianMayBeContacted(), faults);
        only(true, "/interpreterNeeded", request.interpreterNeeded(), faults);
        only(false, "/guardianMayBeContacted", request.guardianMayBeContacted(), faults);
        return faults;
    }

    private static boolean said(String text) {
        return text != null && !text.isBlank();
    }

    private static void taken(String pointer, boolean known, Object added, List<Fault> faults) {
        if (known && added != null) {
            faults.add(new Fault(pointer, "already-there", "must be left out: the form says it already"));
        }
    }

    /** The other answer is what the form says without any: to add it could only take back what somebody said. */
    private static void only(Boolean answer, String pointer, Boolean added, List<Fault> faults) {
        if (added != null && !added.equals(answer)) {
            faults.add(new Fault(pointer, "only-" + answer, "must be " + answer + " or left out"));
        }
    }
}
