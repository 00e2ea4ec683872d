package org.footbridge.referral.placement;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.AccessLog.Seen;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.Changes;
import org.footbridge.referral.casefile.Visits;
import org.footbridge.referral.disclosure.DisclosureService;
import org.footbridge.referral.placement.AgencyAccess.Held;
import org.footbridge.referral.referral.Outcome;

/** What an agency reads of the placements that it was sent, and what it answers. */
@ApplicationScoped
public class AgencyService {
    private final AgencyAccess access;
    private final PlacementRepository placements;
    private final PlacementFiles children;
    private final CaseFiles files;
    private final DisclosureService disclosures;
    private final AccessLog log;
    private final Clock clock;

    AgencyService(
            AgencyAccess access,
            PlacementRepository placements,
            PlacementFiles children,
            CaseFiles files,
            DisclosureService disclosures,
            AccessLog log,
            Clock clock) {
        this.access = access;
        this.placements = placements;
        this.children = children;
        this.files = files;
        this.disclosures = disclosures;
        this.log = log;
        this.clock = clock;
    }

    /** The record as it was released. Each read is a row of the ledger. */
    @WithTransaction
    Uni<PlacementResponse> read(Caller caller, UUID id) {
        return access.open(caller, id)
                .call(held -> disclosures.read(held.file().referral(), held.placement(), held.agency()))
                .call(held -> log.agency(held.agency(), "placement", seen(List.of(held.placement()))))
                .chain(held -> children.of(held.party())
                        .map(file -> PlacementResponse.of(
                                held.placement(), held.record(), disclosures.content(held.record()), file)));
    }

    @WithTransaction
    Uni<Placement> acknowledge(Caller caller, UUID id, long expected, ReceiveRequest request) {
        return change(caller, id, expected, held -> held.file()
                .acknowledge(held.placement(), request.agencyReference(), held.agency(), clock.instant()));
    }

    @WithTransaction
    Uni<Placement> accept(Caller caller, UUID id, long expected, ReceiveRequest request) {
        return change(caller, id, expected, held -> held.file()
                .accept(held.placement(), request.agencyReference(), held.agency(), clock.instant()));
    }

    @WithTransaction
    Uni<Placement> unAccept(Caller caller, UUID id, long expected, UnAcceptRequest request) {
        return open(caller, id, expected)
                .call(held -> children.requirePlain(held.party(), request.note(), request.part2()))
                .call(held -> recordWithVisits(
                        held,
                        (mine, visits) -> mine.placement().facts().cancellationRequested()
                                ? visits.giveBack(mine.agency(), clock.instant())
                                : visits.unAccept(request.note(), mine.agency(), clock.instant())))
                .map(Held::placement);
    }

    @WithTransaction
    Uni<Placement> decline(Caller caller, UUID id, long expected, DeclineRequest request) {
        return open(caller, id, expected)
                .call(held -> children.requirePlain(held.party(), request.text(), request.part2()))
                .call(held -> files.record(
                        held.file(),
                        held.file()
                                .decline(
                                        held.placement(),
                                        DeclineCode.valueOf(request.code()),
                                        request.text(),
                                        held.agency(),
                                        clock.instant())))
                .map(Held::placement);
    }

    @WithTransaction
    Uni<Placement> complete(Caller caller, UUID id, long expected, CompleteRequest request) {
        Outcome outcome = Outcome.valueOf(request.outcome());
        return changeWithVisits(
                caller,
                id,
                expected,
                (held, visits) -> visits.callOff(
                        held.file().complete(held.placement(), outcome, held.agency(), clock.instant()),
                        held.agency(),
                        clock.instant()));
    }

    @WithTransaction
    Uni<Placement> endNotServed(Caller caller, UUID id, long expected, EndRequest request) {
        UnservedCode code = UnservedCode.valueOf(request.code());
        return changeWithVisits(
                caller,
                id,
                expected,
                (held, visits) -> visits.callOff(
                        held.file().endNotServed(held.placement(), code, held.agency(), clock.instant()),
                        held.agency(),
                        clock.instant()));
    }

    private Uni<Placement> changeWithVisits(
            Caller caller, UUID id, long expected, BiFunction<Held, Visits, Changes> command) {
        return open(caller, id, expected)
                .call(held -> recordWithVisits(held, command))
                .map(Held::placement);
    }

    private Uni<?> recordWithVisits(Held held, BiFunction<Held, Visits, Changes> command) {
        return placements
                .visits(held.placement().id())
                .map(visits -> new Visits(held.file(), held.placement(), visits))
                .chain(visits -> files.record(held.file(), command.apply(held, visits)));
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

    private static List<Seen> seen(List<Placement> page) {
        return page.stream()
                .map(placement -> new Seen(placement.id(), placement.tenantId()))
                .toList();
    }
}
