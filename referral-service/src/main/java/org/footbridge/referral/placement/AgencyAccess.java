package org.footbridge.referral.placement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.disclosure.DisclosedRecord;
import org.footbridge.referral.disclosure.DisclosureService;
import org.footbridge.referral.lifecycle.Actor;

/**
 * Lets an agency reach its placement and, behind it, the school's side: row-level security shows the placement first, and only
 * then the transaction enters the district (ADR 003).
 */
@ApplicationScoped
class AgencyAccess {
    private final PlacementRepository placements;
    private final CaseFiles files;
    private final DisclosureService disclosures;
    private final SendingChecks checks;

    AgencyAccess(PlacementRepository placements, CaseFiles files, DisclosureService disclosures, SendingChecks checks) {
        this.placements = placements;
        this.files = files;
        this.disclosures = disclosures;
        this.checks = checks;
    }

    /** A placement in the hands of its agency, whose right to it was checked just now. */
    record Held(Actor agency, Placement placement, CaseFile file, DisclosedRecord record) {}

    /** Fails with 404 for what is not the agency's, 403 where its right has ended. */
    Uni<Held> open(Caller caller, UUID id) {
        Actor agency = actor(caller);
        return placements
                .ofAgency(agency.organizationId(), id)
                .onItem()
                .ifNull()
                .failWith(() -> CommonProblem.NOT_FOUND.because("There is no such placement for this caller."))
                .chain(placement -> Tenancy.enter(placement.tenantId()).chain(() -> hold(agency, placement)));
    }

    private Uni<Held> hold(Actor agency, Placement placement) {
        return files.find(placement.tenantId(), placement.referralId()).chain(file -> disclosures
                .record(placement)
                .call(record -> checks.reading(file.referral(), placement, record))
                .map(record -> new Held(agency, placement, file, record)));
    }

    /** The agency as the history and the ledger name it; 403 for an agency's role without an agency. */
    static Actor actor(Caller caller) {
        if (caller.agency() == null) {
            throw CommonProblem.FORBIDDEN.because("The token names no agency.");
        }
        return new Actor(caller.subject(), null, caller.agency(), "AGENCY");
    }
}
