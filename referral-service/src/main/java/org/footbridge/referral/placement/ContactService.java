package org.footbridge.referral.placement;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.Changes;
import org.footbridge.referral.casefile.PlacementCommands;
import org.footbridge.referral.casefile.Visits;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.placement.AgencyAccess.Held;

/** Keeps how often a family was tried, and lets an agency give up only after that. */
@ApplicationScoped
public class ContactService {
    /** A family may be called before the paper is through. */
    private static final Duration BEFORE_SENT = Duration.ofDays(1);

    /** The clocks of two organizations never agree to the second. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final AgencyAccess access;
    private final PlacementRepository placements;
    private final CaseFiles files;
    private final DistrictService districts;
    private final Clock clock;

    ContactService(
            AgencyAccess access,
            PlacementRepository placements,
            CaseFiles files,
            DistrictService districts,
            Clock clock) {
        this.access = access;
        this.placements = placements;
        this.files = files;
        this.districts = districts;
        this.clock = clock;
    }

    /** A try and the version of its placement. */
    record Tried(ContactAttempt attempt, long version) {}

    @WithTransaction
    Uni<Tried> attempt(Caller caller, UUID id, long expected, ContactAttemptRequest request) {
        return access.open(caller, id).chain(held -> {
            Version.require(expected, held.placement().version());
            held.placement().require(PlacementCommand.CONTACT_ATTEMPTS);
            requireTime(held.placement(), request.at(), clock.instant());
            ContactAttempt attempt =
                    ContactAttempt.record(held.placement(), request.tried(), held.agency(), clock.instant());
            Changes changes = new PlacementCommands(held.file(), held.placement())
                    .contactTried(attempt, held.agency(), clock.instant());
            return files.record(held.file(), changes, attempt)
                    .replaceWith(() -> new Tried(attempt, held.placement().version()));
        });
    }

    /** Gives up; 409 until the family was tried often enough. */
    @WithTransaction
    Uni<Placement> couldNotContact(Caller caller, UUID id, long expected) {
        return access.open(caller, id)
                .call(held -> {
                    Version.require(expected, held.placement().version());
                    held.placement().require(PlacementCommand.COULD_NOT_CONTACT);
                    return attempts(held).chain(attempts -> {
                        requireEnough(attempts);
                        return giveUp(held);
                    });
                })
                .map(Held::placement);
    }

    private Uni<CaseFile> giveUp(Held held) {
        return placements.visits(held.placement().id()).chain(visits -> {
            Changes ended = held.file().couldNotContact(held.placement(), held.agency(), clock.instant());
            Visits all = new Visits(held.file(), held.placement(), visits);
            return files.record(held.file(), all.callOff(ended, held.agency(), clock.instant()));
        });
    }

    private Uni<ContactAttempts> attempts(Held held) {
        return districts.settings(held.placement().tenantId()).chain(district -> placements
                .attempts(held.placement().id())
                .map(attempts -> new ContactAttempts(attempts, district.zone())));
    }

    private static void requireEnough(ContactAttempts attempts) {
        if (!attempts.suffice()) {
            throw new Problem(
                            PlacementProblem.TOO_FEW_ATTEMPTS,
                            "Record at least " + ContactAttempts.NEEDED + " tries in vain on different days or over"
                                    + " different channels, not all on one day; " + attempts.counted()
                                    + " count so far.")
                    .with("counted", attempts.counted())
                    .with("needed", ContactAttempts.NEEDED);
        }
    }

    private static void requireTime(Placement placement, Instant at, Instant now) {
        boolean tooEarly = at.isBefore(placement.times().sentAt().minus(BEFORE_SENT));
        if (tooEarly || at.isAfter(now.plus(SKEW))) {
            Fault fault = new Fault(
                    "/at",
                    tooEarly ? "before-sent" : "future",
                    "must not be more than a day before the referral was sent, nor after now");
            throw new Problem(CommonProblem.INVALID, "1 fault(s), each with its place.", List.of(fault));
        }
    }
}
