package org.footbridge.referral.placement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.footbridge.common.persistence.tenancy.Tenancy;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.access.SchoolAccess;
import org.footbridge.referral.access.SchoolCaller;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.CaseFiles;
import org.footbridge.referral.disclosure.DisclosedRecord;
import org.footbridge.referral.disclosure.DisclosureService;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.referral.ReferralProblem;

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
    private final SchoolAccess schools;

    AgencyAccess(
            PlacementRepository placements,
            CaseFiles files,
            DisclosureService disclosures,
            SendingChecks checks,
            SchoolAccess schools) {
        this.schools = schools;
        this.placements = placements;
        this.files = files;
        this.disclosures = disclosures;
        this.checks = checks;
    }

    /**
     * A placement in the hands of its agency, or of a counselor of the school whose own team it is at. The right to it was checked
     * just now.
     *
     * @param record {@code null} in the school itself, where nothing is disclosed
     */
    record Held(Actor agency, Placement placement, CaseFile file, DisclosedRecord record) {

        Party party() {
            return new Party(Side.AGENCY, agency, file, placement);
        }
    }

    /** As below; 404 too where the placement is none of the referral that the caller names. */
    Uni<Held> open(Caller caller, PlacementAddress at) {
        return open(caller, at.placementId()).invoke(held -> {
            if (at.referralId() != null
                    && !at.referralId().equals(held.placement().referralId())) {
                throw CommonProblem.NOT_FOUND.because("There is no such placement of this referral.");
            }
        });
    }

    /** Fails with 404 for what is not the agency's, 403 where its right has ended. */
    Uni<Held> open(Caller caller, UUID id) {
        return caller.agency() == null && caller.has(Roles.COUNSELOR) ? team(caller, id) : agency(caller, id);
    }

    private Uni<Held> team(Caller caller, UUID id) {
        return schools.caller(caller).chain(who -> placements
                .ofTeam(caller.tenant(), id)
                .onItem()
                .ifNull()
                .failWith(AgencyAccess::unknown)
                .chain(placement -> files.find(caller.tenant(), placement.referralId())
                        .map(file -> counselors(who, file, placement))));
    }

    private static Held counselors(SchoolCaller who, CaseFile file, Placement placement) {
        UUID school = file.referral().schoolId();
        if (!who.staff().counselorAt().contains(school)) {
            throw unknown();
        }
        if (!placement.accessOpen()) {
            throw ReferralProblem.ACCESS_REVOKED.because("The right to read this placement has ended.");
        }
        return new Held(who.counselor(), placement, file, null);
    }

    private Uni<Held> agency(Caller caller, UUID id) {
        Actor agency = actor(caller);
        return placements
                .ofAgency(agency.organizationId(), id)
                .onItem()
                .ifNull()
                .failWith(AgencyAccess::unknown)
                .chain(placement -> Tenancy.enter(placement.tenantId()).chain(() -> hold(agency, placement)));
    }

    private static RuntimeException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such placement for this caller.");
    }

    private Uni<Held> hold(Actor agency, Placement placement) {
        return files.find(placement.tenantId(), placement.referralId()).chain(file -> disclosures
                .record(placement)
                .invoke(AgencyAccess::requireKept)
                .call(record -> checks.reading(file.referral(), placement, record))
                .map(record -> new Held(agency, placement, file, record)));
    }

    /** The district may have destroyed what it once released. */
    private static void requireKept(DisclosedRecord record) {
        if (record == null) {
            throw ReferralProblem.ACCESS_REVOKED.because("The record was destroyed when its time was up.");
        }
    }

    /** The agency as the history and the ledger name it; 403 for an agency's role without an agency. */
    static Actor actor(Caller caller) {
        if (caller.agency() == null) {
            throw CommonProblem.FORBIDDEN.because("The token names no agency.");
        }
        return new Actor(caller.subject(), null, caller.agency(), "AGENCY");
    }
}
