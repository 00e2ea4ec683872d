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

/** A placement at a school's own team, for the school's counselors. */
@Path("/api/v1/referrals/{referralId}/placements/{placementId}/team")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Help inside the school",
        description = "The school's counselors run a placement like an agency runs its own; nothing leaves the school.")
public class TeamResource {
    private final CurrentCaller caller;
    private final TeamService team;
    private final AgencyService steps;

    TeamResource(CurrentCaller caller, TeamService team, AgencyService steps) {
        this.caller = caller;
        this.team = team;
        this.steps = steps;
    }

    @GET
    @Allowed(scope = "referral:read", roles = Roles.COUNSELOR)
    @Operation(operationId = "getPlacementInSchool", summary = "Read a placement at the school's own team")
    @APIResponse(
            responseCode = "200",
            description = "With the whole record: nothing is disclosed inside of the school.",
            content = @Content(schema = @Schema(implementation = TeamResponse.class)))
    public Uni<Response> get(@PathParam("referralId") UUID referralId, @PathParam("placementId") UUID placementId) {
        return team.read(caller.get(), referralId, placementId)
                .map(found ->
                        Response.ok(found).tag(Version.tag(found.version())).build());
    }

    @POST
    @Path("acknowledge")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(operationId = "acknowledgePlacementInSchool", summary = "Take note of a placement")
    @APIResponse(
            responseCode = "200",
            description = "Done.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> acknowledgePlacement(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReceiveRequest request) {
        long expected = Version.expected(ifMatch);
        return team.of(caller.get(), referralId, placementId)
                .chain(() -> steps.acknowledge(caller.get(), placementId, expected, request))
                .map(PlacementResource::answer);
    }

    @POST
    @Path("accept")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(operationId = "acceptPlacementInSchool", summary = "Accept a placement")
    @APIResponse(
            responseCode = "200",
            description = "Done.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> acceptPlacement(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReceiveRequest request) {
        long expected = Version.expected(ifMatch);
        return team.of(caller.get(), referralId, placementId)
                .chain(() -> steps.accept(caller.get(), placementId, expected, request))
                .map(PlacementResource::answer);
    }

    @POST
    @Path("un-accept")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(operationId = "unAcceptPlacementInSchool", summary = "Take an acceptance back")
    @APIResponse(
            responseCode = "200",
            description = "Done.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> unAcceptPlacement(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid UnAcceptRequest request) {
        long expected = Version.expected(ifMatch);
        return team.of(caller.get(), referralId, placementId)
                .chain(() -> steps.unAccept(caller.get(), placementId, expected, request))
                .map(PlacementResource::answer);
    }

    @POST
    @Path("decline")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(operationId = "declinePlacementInSchool", summary = "Decline a placement")
    @APIResponse(
            responseCode = "200",
            description = "Done.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> declinePlacement(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DeclineRequest request) {
        long expected = Version.expected(ifMatch);
        return team.of(caller.get(), referralId, placementId)
                .chain(() -> steps.decline(caller.get(), placementId, expected, request))
                .map(PlacementResource::answer);
    }

    @POST
    @Path("complete")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(operationId = "completePlacementInSchool", summary = "Complete a placement with its outcome")
    @APIResponse(
            responseCode = "200",
            description = "Done.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> completePlacement(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CompleteRequest request) {
        long expected = Version.expected(ifMatch);
        return team.of(caller.get(), referralId, placementId)
                .chain(() -> steps.complete(caller.get(), placementId, expected, request))
                .map(PlacementResource::answer);
    }

    @POST
    @Path("end-not-served")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(operationId = "endPlacementInSchoolNotServed", summary = "End a placement without its service")
    @APIResponse(
            responseCode = "200",
            description = "Done.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> endPlacementInSchoolNotServed(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EndRequest request) {
        long expected = Version.expected(ifMatch);
        return team.of(caller.get(), referralId, placementId)
                .chain(() -> steps.endNotServed(caller.get(), placementId, expected, request))
                .map(PlacementResource::answer);
    }
}
