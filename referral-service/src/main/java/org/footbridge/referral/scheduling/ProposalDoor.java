package org.footbridge.referral.scheduling;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.referral.placement.PlacementAddress;

/** What all paths to the proposals of a placement answer alike. */
@ApplicationScoped
class ProposalDoor {
    private final CurrentCaller caller;
    private final ProposalService proposals;
    private final IdempotencyKeys keys;

    ProposalDoor(CurrentCaller caller, ProposalService proposals, IdempotencyKeys keys) {
        this.caller = caller;
        this.proposals = proposals;
        this.keys = keys;
    }

    Uni<Response> propose(PlacementAddress at, ProposeRequest request) {
        return keys.once(
                request, () -> proposals.propose(caller.get(), at, request).map(made -> Response.created(
                                URI.create(at.path() + "/appointments/proposals"))
                        .entity(made.proposal())
                        .tag(Version.tag(made.version()))
                        .build()));
    }

    Uni<Page<ProposalResponse>> list(PlacementAddress at) {
        return proposals.list(caller.get(), at).map(all -> new Page<>(all, null));
    }

    Uni<Response> confirm(PlacementAddress at, UUID id, String ifMatch, ConfirmRequest request) {
        return proposals
                .confirm(caller.get(), at, id, Version.expected(ifMatch), request.appointmentId())
                .map(ProposalDoor::answer);
    }

    Uni<Response> drop(PlacementAddress at, UUID id, String ifMatch) {
        return proposals.drop(caller.get(), at, id, Version.expected(ifMatch)).map(ProposalDoor::answer);
    }

    private static Response answer(ProposalService.Proposed proposed) {
        return Response.ok(proposed.proposal())
                .tag(Version.tag(proposed.version()))
                .build();
    }
}
