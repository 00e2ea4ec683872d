package org.footbridge.referral.message;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** The thread of a placement in school, for the counselors who help there. */
@Path("/api/v1/referrals/{referralId}/placements/{placementId}/team/messages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Help inside the school")
public class TeamMessageResource {
    private final MessageDoor door;

    TeamMessageResource(MessageDoor door) {
        this.door = door;
    }

    @POST
    @Cancellable(false)
    @Allowed(scope = "message:write", roles = Roles.COUNSELOR)
    @Operation(
            operationId = "postMessageInSchool",
            summary = "Write to the coordinator about a placement in school",
            description = "While the placement is open; 409 wrong-state afterwards. Nothing leaves the school.")
    @APIResponse(
            responseCode = "201",
            description = "Written; the coordinator may read it.",
            content = @Content(schema = @Schema(implementation = MessageResponse.class)))
    public Uni<Response> post(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @NotNull @Valid PostMessageRequest request) {
        return door.post(PlacementAddress.ofTeam(referralId, placementId), request);
    }

    @GET
    @Allowed(scope = "message:read", roles = Roles.COUNSELOR)
    @Operation(operationId = "listMessagesInSchool", summary = "Read a placement's thread, newest message first")
    @APIResponse(responseCode = "200", description = "One page of the thread.")
    public Uni<Page<MessageResponse>> list(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        return door.list(PlacementAddress.ofTeam(referralId, placementId), limit, cursor);
    }

    @GET
    @Path("unread")
    @Allowed(scope = "message:read", roles = Roles.COUNSELOR)
    @Operation(operationId = "countUnreadMessagesInSchool", summary = "Count what the caller has not read")
    @APIResponse(responseCode = "200", description = "The count.")
    public Uni<UnreadResponse> unread(
            @PathParam("referralId") UUID referralId, @PathParam("placementId") UUID placementId) {
        return door.unread(PlacementAddress.ofTeam(referralId, placementId));
    }

    @POST
    @Path("read")
    @Cancellable(false)
    @Allowed(scope = "message:write", roles = Roles.COUNSELOR)
    @Operation(
            operationId = "markMessagesInSchoolRead",
            summary = "Say how far the caller has read",
            description = "The other side sees when its messages were read, not by whom.")
    @APIResponse(responseCode = "200", description = "What is left.")
    public Uni<UnreadResponse> read(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @NotNull @Valid MarkReadRequest request) {
        return door.read(PlacementAddress.ofTeam(referralId, placementId), request);
    }
}
