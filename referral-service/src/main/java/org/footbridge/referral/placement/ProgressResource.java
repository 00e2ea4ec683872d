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

/** How a placement waits, rests, goes on and is given back, for the agency that has it. */
@Path("/api/v1/placements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Placements")
public class ProgressResource {
    private final CurrentCaller caller;
    private final ProgressService progress;

    ProgressResource(CurrentCaller caller, ProgressService progress) {
        this.caller = caller;
        this.progress = progress;
    }

    @GET
    @Path("{id}/transitions")
    @Allowed(
            scope = "referral:read",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(operationId = "listPlacementTransitions", summary = "Ask what may be done next")
    @APIResponse(responseCode = "200", description = "Each step, whether the agency may take it now, and why not.")
    public Uni<PlacementSteps> transitions(@PathParam("id") UUID id) {
        return progress.nextSteps(caller.get(), id);
    }

    @POST
    @Path("{id}/waitlist")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "waitlistPlacement",
            summary = "Put a placement on the waiting list",
            description = "The agency may accept or decline it later.")
    @APIResponse(
            responseCode = "200",
            description = "Waiting.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> waitlist(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WaitlistRequest request) {
        return progress.waitlist(caller.get(), id, Version.expected(ifMatch), request.expectedDays())
                .map(PlacementResource::answer);
    }

    @POST
    @Path("{id}/hold")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "holdPlacement",
            summary = "Let a placement rest",
            description = "What is booked stays booked. 422 where until is not after today.")
    @APIResponse(
            responseCode = "200",
            description = "Resting.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> hold(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid HoldRequest request) {
        return progress.hold(caller.get(), id, Version.expected(ifMatch), request)
                .map(PlacementResource::answer);
    }

    @POST
    @Path("{id}/resume")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(operationId = "resumePlacement", summary = "Go on with a placement that rested")
    @APIResponse(
            responseCode = "200",
            description = "In the state that it rested in.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> resume(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return progress.resume(caller.get(), id, Version.expected(ifMatch)).map(PlacementResource::answer);
    }

    @POST
    @Path("{id}/ask-info")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "askPlacementInfo",
            summary = "Ask the school about a placement",
            description = "The coordinator reads the question, and answers it. Before the agency has decided.")
    @APIResponse(
            responseCode = "200",
            description = "Waiting for the answer.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> askInfo(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid QuestionRequest request) {
        return progress.askInfo(caller.get(), id, Version.expected(ifMatch), request)
                .map(PlacementResource::answer);
    }

    @POST
    @Path("{id}/confirm-cancellation")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "confirmCancellation",
            summary = "Let go of a placement that the school asked back",
            description =
                    "What is booked is called off; the referral goes back to the coordinator. Ends the right to read.")
    @APIResponse(
            responseCode = "200",
            description = "Cancelled.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> confirmCancellation(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return progress.confirmCancellation(caller.get(), id, Version.expected(ifMatch))
                .map(PlacementResource::answer);
    }
}
