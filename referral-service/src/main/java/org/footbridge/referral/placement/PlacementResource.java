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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Placements, for the agency that they were sent to. */
@Path("/api/v1/placements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Placements",
        description = "What an agency was sent, and what it answers. If-Match names the placement's version.")
public class PlacementResource {
    private final CurrentCaller caller;
    private final AgencyService agency;

    PlacementResource(CurrentCaller caller, AgencyService agency) {
        this.caller = caller;
        this.agency = agency;
    }

    @GET
    @Path("{id}")
    @Allowed(
            scope = "referral:read",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "getPlacement",
            summary = "Read a placement with its disclosed record",
            description =
                    "Each read is a row of the student's ledger. 403 access-revoked once the right to read has ended:"
                            + " with the consent, the agreement, or a placement that ended without service.")
    @APIResponse(
            responseCode = "200",
            description = "Exactly what the consent covers.",
            content = @Content(schema = @Schema(implementation = PlacementResponse.class)))
    @APIResponse(responseCode = "304", description = "It is still the version of If-None-Match.")
    public Uni<Response> get(@PathParam("id") UUID id, @Context Request request) {
        return agency.read(caller.get(), id).map(placement -> {
            Response.ResponseBuilder same = request.evaluatePreconditions(Version.tag(placement.version()));
            Response.ResponseBuilder answer = same == null ? Response.ok(placement) : same;
            return answer.tag(Version.tag(placement.version())).build();
        });
    }

    @POST
    @Path("{id}/acknowledge")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(operationId = "acknowledgePlacement", summary = "Say that a placement has arrived")
    @APIResponse(
            responseCode = "200",
            description = "Acknowledged.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> acknowledge(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReceiveRequest request) {
        return agency.acknowledge(caller.get(), id, Version.expected(ifMatch), request)
                .map(PlacementResource::answer);
    }

    @POST
    @Path("{id}/accept")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(operationId = "acceptPlacement", summary = "Accept a placement")
    @APIResponse(
            responseCode = "200",
            description = "Accepted.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> accept(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReceiveRequest request) {
        return agency.accept(caller.get(), id, Version.expected(ifMatch), request)
                .map(PlacementResource::answer);
    }

    @POST
    @Path("{id}/un-accept")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "unAcceptPlacement",
            summary = "Take an acceptance back",
            description =
                    "Before the student was seen. What was booked is called off. Where the school has asked for the"
                            + " placement back, this confirms it.")
    @APIResponse(
            responseCode = "200",
            description = "ACKNOWLEDGED again, or CANCELLED where the school had asked for it back.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> unAccept(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid UnAcceptRequest request) {
        return agency.unAccept(caller.get(), id, Version.expected(ifMatch), request)
                .map(PlacementResource::answer);
    }

    @POST
    @Path("{id}/decline")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "declinePlacement",
            summary = "Decline a placement",
            description = "The referral goes back to the coordinator.")
    @APIResponse(
            responseCode = "200",
            description = "Declined.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> decline(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DeclineRequest request) {
        return agency.decline(caller.get(), id, Version.expected(ifMatch), request)
                .map(PlacementResource::answer);
    }

    @POST
    @Path("{id}/complete")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "completePlacement",
            summary = "Complete a placement with its outcome",
            description = "After at least one kept visit. Completes the referral.")
    @APIResponse(
            responseCode = "200",
            description = "Completed.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> complete(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CompleteRequest request) {
        return agency.complete(caller.get(), id, Version.expected(ifMatch), request)
                .map(PlacementResource::answer);
    }

    @POST
    @Path("{id}/end-not-served")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "endPlacementNotServed",
            summary = "End a placement without its service",
            description = "The referral goes back to the coordinator.")
    @APIResponse(
            responseCode = "200",
            description = "Ended.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> endNotServed(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EndRequest request) {
        return agency.endNotServed(caller.get(), id, Version.expected(ifMatch), request)
                .map(PlacementResource::answer);
    }

    static Response answer(Placement placement) {
        return Response.ok(PlacementItem.of(placement))
                .tag(Version.tag(placement.version()))
                .build();
    }
}
