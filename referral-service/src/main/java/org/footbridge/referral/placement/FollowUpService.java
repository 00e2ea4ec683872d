package org.footbridge.referral.placement;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.access.Opened;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.casefile.PlacementCommands;
import org.footbridge.referral.disclosure.Disclosure;
import org.footbridge.referral.disclosure.DisclosureService;
import org.footbridge.referral.lifecycle.Actor;

/** What became of what was sent: the coordinator follows it, answers the agency, or asks for it back. */
@ApplicationScoped
public class FollowUpService {
    private final SchoolAccess access;
    private final CaseFiles files;
    private final PlacementFiles children;
    private final SendingChecks checks;
    private final DisclosureService disclosures;
    private final AccessLog log;
    private final Clock clock;

    FollowUpService(
            SchoolAccess access,
            CaseFiles files,
            PlacementFiles children,
            SendingChecks checks,
            DisclosureService disclosures,
            AccessLog log,
            Clock clock) {
        this.access = access;
        this.files = files;
        this.children = children;
        this.checks = checks;
        this.disclosures = disclosures;
        this.log = log;
        this.clock = clock;
    }

    /** A placement of the caller's school, at the version that he or she has seen. */
    private record Sent(Opened opened, Actor coordinator, Placement placement) {
        Party party() {
            return new Party(Side.SCHOOL, coordinator, opened.file(), placement);
        }

        PlacementCommands commands() {
            return new PlacementCommands(opened.file(), placement);
        }
    }

    /** The answer leaves the district like the record did: with the same checks, and a row of the ledger. */
    @WithTransaction
    Uni<Placement> supplyInfo(Caller caller, UUID referralId, UUID id, long expected, AnswerRequest request) {
        return open(caller, referralId, id, expected).chain(sent -> {
            sent.placement().require(PlacementCommand.SUPPLY_INFO);
            return checked(sent)
                    .chain(() -> children.answer(sent.party(), request, clock.instant()))
                    .chain(answer -> keep(sent, answer));
        });
    }

    private Uni<?> checked(Sent sent) {
        return sent.placement().destination().inSchool()
                ? Uni.createFrom().voidItem()
                : checks.consent(sent.opened().referral(), sent.placement().agencyId());
    }

    private Uni<Void> disclosed(Sent sent) {
        return disclosures.beside(
                Disclosure.Kind.ANSWERED, sent.opened().referral(), sent.placement(), sent.coordinator());
    }

    private Uni<Placement> keep(Sent sent, PlacementInquiry answer) {
        return files.record(
                        sent.opened().file(), sent.commands().supplyInfo(sent.coordinator(), clock.instant()), answer)
                .chain(() -> disclosed(sent))
                .replaceWith(sent.placement());
    }

    /** Cancels what the agency has not decided yet; asks it to let go of the rest. */
    @WithTransaction
    Uni<Placement> requestCancellation(
            Caller caller, UUID referralId, UUID id, long expected, CancellationReason reason) {
        return open(caller, referralId, id, expected)
                .call(sent -> files.record(
                        sent.opened().file(),
                        sent.commands().requestCancellation(reason, sent.coordinator(), clock.instant())))
                .map(Sent::placement);
    }

    private Uni<Sent> open(Caller caller, UUID referralId, UUID id, long expected) {
        return access.open(caller, referralId).map(opened -> {
            Actor coordinator = opened.coordinator();
            Placement placement = opened.file().placement(id);
            Version.require(expected, placement.version());
            return new Sent(opened, coordinator, placement);
        });
    }

    /** The placements of a referral, oldest first. */
    @WithTransaction
    Uni<List<Placement>> list(Caller caller, UUID referralId) {
        return opened(caller, referralId).map(opened -> opened.file().placements());
    }

    /** With what the agency asked, and how it tried to reach the family. */
    @WithTransaction
    Uni<Found> read(Caller caller, UUID referralId, UUID id) {
        return opened(caller, referralId)
                .map(opened -> new Party(
                        Side.SCHOOL,
                        opened.coordinator(),
                        opened.file(),
                        opened.file().placement(id)))
                .chain(school -> children.of(school).map(file -> new Found(school.placement(), file)));
    }

    /** A placement with what belongs to it. */
    record Found(Placement placement, PlacementFile file) {}

    private Uni<Opened> opened(Caller caller, UUID referralId) {
        return access.open(caller, referralId)
                .call(opened -> log.school(opened.coordinator(), "placement", Set.of(referralId)));
    }
}
