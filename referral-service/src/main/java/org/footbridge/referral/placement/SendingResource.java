package org.footbridge.referral.placement;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Placements of a referral, for the school's coordinator. */
@Path("/api/v1/referrals/{referralId}/placements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sending", description = "Sends referrals to agencies, and shows the school what became of each.")
public class SendingResource {
    private final CurrentCaller caller;
    private final SendingService sending;
    private final FollowUpService followUp;
    private final IdempotencyKeys keys;

    SendingResource(CurrentCaller caller, SendingService sending, FollowUpService followUp, IdempotencyKeys keys) {
        this.caller = caller;
        this.sending = sending;
        this.followUp = followUp;
        this.keys = keys;
    }

    @POST
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "sendReferral",
            summary = "Send a referral to a service",
            description = "Freezes exactly what the consent covers. If-Match names the referral's version. 409:"
                    + " wrong-state, consent-missing, no-agreement, no-capacity, service-inactive.")
    @APIResponse(
            responseCode = "201",
            description = "Sent; its agency may read the disclosed record.",
            content = @Content(schema = @Schema(implementation = PlacementSummary.class)))
    public Uni<Response> send(
            @PathParam("referralId") UUID referralId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SendRequest request) {
        return keys.once(
                request, () -> sending.send(caller.get(), referralId, Version.expected(ifMatch), request.serviceId())
                        .map(placement -> Response.created(
                                        URI.create("/api/v1/referrals/" + referralId + "/placements/" + placement.id()))
                                .entity(PlacementSummary.of(placement))
                                .tag(Version.tag(placement.version()))
                                .build()));
    }

    @GET
    @Allowed(scope = "referral:read", roles = Roles.COORDINATOR)
    @Operation(operationId = "listReferralPlacements", summary = "List a referral's placements, oldest first")
    @APIResponse(responseCode = "200", description = "All of them.")
    public Uni<Page<PlacementSummary>> list(@PathParam("referralId") UUID referralId) {
        return followUp.list(caller.get(), referralId)
                .map(all -> new Page<>(all.stream().map(PlacementSummary::of).toList(), null));
    }

    @GET
    @Path("{id}")
    @Allowed(scope = "referral:read", roles = Roles.COORDINATOR)
    @Operation(operationId = "getReferralPlacement", summary = "Read how far a placement is")
    @APIResponse(
            responseCode = "200",
            description = "The placement, as the school sees it.",
            content = @Content(schema = @Schema(implementation = PlacementSummary.class)))
    public Uni<Response> get(@PathParam("referralId") UUID referralId, @PathParam("id") UUID id) {
        return followUp.read(caller.get(), referralId, id)
                .map(found -> Response.ok(PlacementSummary.of(found.placement(), found.file()))
                        .tag(Version.tag(found.placement().version()))
                        .build());
    }

    @POST
    @Path("{id}/supply-info")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "supplyPlacementInfo",
            summary = "Answer the agency's question",
            description =
                    "The answer is a disclosure: it needs a live consent and agreement, and is a row of the ledger."
                            + " If-Match names the placement's version. 409: wrong-state, consent-missing, no-agreement.")
    @APIResponse(
            responseCode = "200",
            description = "The agency may read the answer; the placement is ACKNOWLEDGED.",
            content = @Content(schema = @Schema(implementation = PlacementSummary.class)))
    public Uni<Response> supplyInfo(
            @PathParam("referralId") UUID referralId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AnswerRequest request) {
        return followUp.supplyInfo(caller.get(), referralId, id, Version.expected(ifMatch), request)
                .map(SendingResource::answer);
    }

    @POST
    @Path("{id}/request-cancellation")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "requestCancellation",
            summary = "Ask for a placement back",
            description = "Before the agency has decided it is cancelled at once and the referral is READY again;"
                    + " afterwards the agency confirms. If-Match names the placement's version.")
    @APIResponse(
            responseCode = "200",
            description = "Cancelled, or waiting for the agency to confirm.",
            content = @Content(schema = @Schema(implementation = PlacementSummary.class)))
    public Uni<Response> requestCancellation(
            @PathParam("referralId") UUID referralId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CancellationRequest request) {
        return followUp.requestCancellation(
                        caller.get(),
                        referralId,
                        id,
                        Version.expected(ifMatch),
                        CancellationReason.valueOf(request.reason()))
                .map(SendingResource::answer);
    }

    private static Response answer(Placement placement) {
        return Response.ok(PlacementSummary.of(placement))
                .tag(Version.tag(placement.version()))
                .build();
    }
}
