package org.footbridge.referral.placement;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.Changes;
import org.footbridge.referral.casefile.PlacementCommands;
import org.footbridge.referral.district.DistrictService;
import org.footbridge.referral.placement.AgencyAccess.Held;

/** How an agency lets a placement wait, rest and go on, asks about it, and lets go of it. */
@ApplicationScoped
public class ProgressService {
    private final AgencyAccess access;
    private final PlacementRepository placements;
    private final PlacementFiles children;
    private final CaseFiles files;
    private final DistrictService districts;
    private final Clock clock;

    ProgressService(
            AgencyAccess access,
            PlacementRepository placements,
            PlacementFiles children,
            CaseFiles files,
            DistrictService districts,
            Clock clock) {
        this.access = access;
        this.placements = placements;
        this.children = children;
        this.files = files;
        this.districts = districts;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Placement> waitlist(Caller caller, UUID id, long expected, Integer expectedDays) {
        return change(
                caller, id, expected, held -> commands(held).waitlist(expectedDays, held.agency(), clock.instant()));
    }

    @WithTransaction
    Uni<Placement> hold(Caller caller, UUID id, long expected, HoldRequest request) {
        return open(caller, id, expected)
                .call(held -> children.requirePlain(held.party(), request.note(), request.part2()))
                .call(held -> {
                    held.placement().require(PlacementCommand.HOLD);
                    return today(held).chain(today -> {
                        requireLater(request.until(), today);
                        HoldReason reason = HoldReason.valueOf(request.reason());
                        return files.record(
                                held.file(),
                                commands(held)
                                        .hold(reason, request.note(), request.until(), held.agency(), clock.instant()));
                    });
                })
                .map(Held::placement);
    }

    @WithTransaction
    Uni<Placement> resume(Caller caller, UUID id, long expected) {
        return change(caller, id, expected, held -> commands(held).resume(held.agency(), clock.instant()));
    }

    @WithTransaction
    Uni<Placement> askInfo(Caller caller, UUID id, long expected, QuestionRequest request) {
        return open(caller, id, expected)
                .call(held -> {
                    held.placement().require(PlacementCommand.ASK_INFO);
                    return children.question(held.party(), request, clock.instant())
                            .chain(question -> ask(held, question));
                })
                .map(Held::placement);
    }

    private Uni<?> ask(Held held, PlacementInquiry question) {
        return files.record(held.file(), commands(held).askInfo(held.agency(), clock.instant()), question);
    }

    @WithTransaction
    Uni<Placement> confirmCancellation(Caller caller, UUID id, long expected) {
        return open(caller, id, expected)
                .call(held -> placements
                        .visits(id)
                        .chain(visits -> files.record(
                                held.file(),
                                commands(held).confirmCancellation(visits, held.agency(), clock.instant()))))
                .map(Held::placement);
    }

    /** What the agency may do next, and for the rest why not. */
    @WithTransaction
    Uni<PlacementSteps> nextSteps(Caller caller, UUID id) {
        return access.open(caller, id)
                .chain(held -> districts.settings(held.placement().tenantId()).chain(district -> placements
                        .attempts(id)
                        .map(attempts ->
                                PlacementSteps.of(held.placement(), new ContactAttempts(attempts, district.zone())))));
    }

    private Uni<Placement> change(Caller caller, UUID id, long expected, Function<Held, Changes> command) {
        return open(caller, id, expected)
                .call(held -> files.record(held.file(), command.apply(held)))
                .map(Held::placement);
    }

    private Uni<Held> open(Caller caller, UUID id, long expected) {
        return access.open(caller, id)
                .invoke(held -> Version.require(expected, held.placement().version()));
    }

    private Uni<LocalDate> today(Held held) {
        return districts.settings(held.placement().tenantId()).map(district -> district.dateAt(clock.instant()));
    }

    private static PlacementCommands commands(Held held) {
        return new PlacementCommands(held.file(), held.placement());
    }

    private static void requireLater(LocalDate until, LocalDate today) {
        if (until != null && !until.isAfter(today)) {
            Fault fault = new Fault("/until", "past", "must be after today");
            throw new Problem(CommonProblem.INVALID, "1 fault(s), each with its place.", List.of(fault));
        }
    }
}
