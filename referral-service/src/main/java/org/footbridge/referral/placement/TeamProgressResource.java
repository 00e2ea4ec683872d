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

/** How a placement at a school's own team waits, rests and goes on. */
@Path("/api/v1/referrals/{referralId}/placements/{placementId}/team/progress")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Help inside the school")
public class TeamProgressResource {
    private final CurrentCaller caller;
    private final TeamService team;
    private final ProgressService steps;

    TeamProgressResource(CurrentCaller caller, TeamService team, ProgressService steps) {
        this.caller = caller;
        this.team = team;
        this.steps = steps;
    }

    @GET
    @Path("transitions")
    @Allowed(scope = "referral:read", roles = Roles.COUNSELOR)
    @Operation(operationId = "listPlacementTransitionsInSchool", summary = "Ask what may be done next")
    @APIResponse(responseCode = "200", description = "Each step, whether it may be taken now, and why not.")
    public Uni<PlacementSteps> transitions(
            @PathParam("referralId") UUID referralId, @PathParam("placementId") UUID placementId) {
        return team.of(caller.get(), referralId, placementId).chain(() -> steps.nextSteps(caller.get(), placementId));
    }

    @POST
    @Path("waitlist")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(operationId = "waitlistPlacementInSchool", summary = "Put a placement on the waiting list")
    @APIResponse(
            responseCode = "200",
            description = "Done.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> waitlistPlacement(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WaitlistRequest request) {
        long expected = Version.expected(ifMatch);
        return team.of(caller.get(), referralId, placementId)
                .chain(() -> steps.waitlist(caller.get(), placementId, expected, request.expectedDays()))
                .map(PlacementResource::answer);
    }

    @POST
    @Path("hold")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(operationId = "holdPlacementInSchool", summary = "Let a placement rest")
    @APIResponse(
            responseCode = "200",
            description = "Done.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> holdPlacement(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid HoldRequest request) {
        long expected = Version.expected(ifMatch);
        return team.of(caller.get(), referralId, placementId)
                .chain(() -> steps.hold(caller.get(), placementId, expected, request))
                .map(PlacementResource::answer);
    }

    @POST
    @Path("resume")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(operationId = "resumePlacementInSchool", summary = "Go on with a placement that rested")
    @APIResponse(
            responseCode = "200",
            description = "Done.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> resumePlacement(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        long expected = Version.expected(ifMatch);
        return team.of(caller.get(), referralId, placementId)
                .chain(() -> steps.resume(caller.get(), placementId, expected))
                .map(PlacementResource::answer);
    }

    @POST
    @Path("ask-info")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(operationId = "askPlacementInfoInSchool", summary = "Ask the coordinator about a placement")
    @APIResponse(
            responseCode = "200",
            description = "Done.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> askPlacementInfo(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid QuestionRequest request) {
        long expected = Version.expected(ifMatch);
        return team.of(caller.get(), referralId, placementId)
                .chain(() -> steps.askInfo(caller.get(), placementId, expected, request))
                .map(PlacementResource::answer);
    }

    @POST
    @Path("confirm-cancellation")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(
            operationId = "confirmCancellationInSchool",
            summary = "Let go of a placement that the coordinator asked back")
    @APIResponse(
            responseCode = "200",
            description = "Done.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> confirmCancellation(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        long expected = Version.expected(ifMatch);
        return team.of(caller.get(), referralId, placementId)
                .chain(() -> steps.confirmCancellation(caller.get(), placementId, expected))
                .map(PlacementResource::answer);
    }
}
