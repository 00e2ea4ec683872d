package org.footbridge.referral.placement;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The exception to consent. */
@Path("/api/v1/referrals/{referralId}/releases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sending")
public class ReleaseResource {
    private final CurrentCaller caller;
    private final ReleaseService releases;
    private final IdempotencyKeys keys;

    ReleaseResource(CurrentCaller caller, ReleaseService releases, IdempotencyKeys keys) {
        this.caller = caller;
        this.releases = releases;
        this.keys = keys;
    }

    @POST
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "releaseWithoutConsent",
            summary = "Send a referral without a consent, by another right",
            description =
                    "For this one placement: in an emergency, or on a court's order. The ledger shows right, threat and"
                            + " reason. Whatever is to follow, such as an answer to a question, needs a consent. If-Match names the"
                            + " referral's version. 409: wrong-state, no-agreement, service-inactive.")
    @APIResponse(
            responseCode = "201",
            description = "Sent; its agency may read the disclosed record.",
            content = @Content(schema = @Schema(implementation = PlacementSummary.class)))
    public Uni<Response> release(
            @PathParam("referralId") UUID referralId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReleaseRequest request) {
        return keys.once(request, () -> releases.release(caller.get(), referralId, Version.expected(ifMatch), request)
                .map(placement -> Response.created(
                                URI.create("/api/v1/referrals/" + referralId + "/placements/" + placement.id()))
                        .entity(PlacementSummary.of(placement))
                        .tag(Version.tag(placement.version()))
                        .build()));
    }
}
