package org.footbridge.referral.placement;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.web.caller.Caller;
import org.footbridge.referral.access.AccessLog;
import org.footbridge.referral.disclosure.DisclosureService;
import org.footbridge.referral.placement.AgencyAccess.Held;

/** Placements at a school's own team, for the counselors of the referral's school. */
@ApplicationScoped
public class TeamService {
    private final AgencyAccess access;
    private final PlacementFiles children;
    private final DisclosureService disclosures;
    private final AccessLog log;

    TeamService(AgencyAccess access, PlacementFiles children, DisclosureService disclosures, AccessLog log) {
        this.access = access;
        this.children = children;
        this.disclosures = disclosures;
        this.log = log;
    }

    /** Fails with 404 where the placement is none of that referral, or none of the caller's school's own team. */
    @WithTransaction
    Uni<Void> of(Caller caller, UUID referral, UUID id) {
        return open(caller, referral, id).replaceWithVoid();
    }

    @WithTransaction
    Uni<TeamResponse> read(Caller caller, UUID referral, UUID id) {
        return open(caller, referral, id)
                .call(held -> log.school(held.agency(), "placement", Set.of(id)))
                .chain(held -> children.of(held.party()).chain(file -> disclosures
                        .inSchool(held.file().referral())
                        .map(record -> TeamResponse.of(held.placement(), file, record))));
    }

    private Uni<Held> open(Caller caller, UUID referral, UUID id) {
        return access.open(caller, PlacementAddress.ofTeam(referral, id));
    }
}
