package org.footbridge.referral.scheduling;

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
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Page;
import org.footbridge.referral.placement.PlacementAddress;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Proposed times of a placement, for the school's coordinator. */
@Path("/api/v1/referrals/{referralId}/placements/{placementId}/appointments/proposals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Scheduling")
public class SchoolProposalResource {
    private final ProposalDoor door;

    SchoolProposalResource(ProposalDoor door) {
        this.door = door;
    }

    @POST
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "proposeAppointmentsBySchool",
            summary = "Propose times for a visit",
            description = "Up to five, each when both sides have time (422 not-free).")
    @APIResponse(
            responseCode = "201",
            description = "Proposed; the other side confirms one.",
            content = @Content(schema = @Schema(implementation = ProposalResponse.class)))
    public Uni<Response> propose(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @NotNull @Valid ProposeRequest request) {
        return door.propose(PlacementAddress.ofSchool(referralId, placementId), request);
    }

    @GET
    @Allowed(scope = "referral:read", roles = Roles.COORDINATOR)
    @Operation(operationId = "listProposalsBySchool", summary = "List the proposals of a placement, oldest first")
    @APIResponse(responseCode = "200", description = "All of them, also those that were taken or dropped.")
    public Uni<Page<ProposalResponse>> list(
            @PathParam("referralId") UUID referralId, @PathParam("placementId") UUID placementId) {
        return door.list(PlacementAddress.ofSchool(referralId, placementId));
    }

    @POST
    @Path("{id}/confirm")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "confirmProposalBySchool",
            summary = "Take one of the proposed times",
            description =
                    "For the side that did not propose. The visit is booked, the other times drop. If-Match names the"
                            + " placement's version. 409: wrong-state, own-proposal, time-passed, student-busy, staff-busy.")
    @APIResponse(
            responseCode = "200",
            description = "Booked.",
            content = @Content(schema = @Schema(implementation = ProposalResponse.class)))
    public Uni<Response> confirm(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ConfirmRequest request) {
        return door.confirm(PlacementAddress.ofSchool(referralId, placementId), id, ifMatch, request);
    }

    @POST
    @Path("{id}/drop")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "dropProposalBySchool",
            summary = "Take none of the proposed times",
            description = "By either side. If-Match names the placement's version.")
    @APIResponse(
            responseCode = "200",
            description = "Dropped.",
            content = @Content(schema = @Schema(implementation = ProposalResponse.class)))
    public Uni<Response> drop(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return door.drop(PlacementAddress.ofSchool(referralId, placementId), id, ifMatch);
    }
}
