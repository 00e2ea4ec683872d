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

/** The thread of a placement, for the agency of the placement. */
@Path("/api/v1/placements/{placementId}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Messages", description = "What the two sides of a placement write to each other.")
public class MessageResource {
    private final MessageDoor door;

    MessageResource(MessageDoor door) {
        this.door = door;
    }

    @POST
    @Cancellable(false)
    @Allowed(
            scope = "message:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "postMessageToSchool",
            summary = "Write to the school about a placement",
            description = "While the placement is open; 409 wrong-state afterwards.")
    @APIResponse(
            responseCode = "201",
            description = "Written; the school may read it.",
            content = @Content(schema = @Schema(implementation = MessageResponse.class)))
    public Uni<Response> post(@PathParam("placementId") UUID placementId, @NotNull @Valid PostMessageRequest request) {
        return door.post(PlacementAddress.ofAgency(placementId), request);
    }

    @GET
    @Allowed(
            scope = "message:read",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(operationId = "listMessagesWithSchool", summary = "Read a placement's thread, newest message first")
    @APIResponse(responseCode = "200", description = "One page of the thread.")
    public Uni<Page<MessageResponse>> list(
            @PathParam("placementId") UUID placementId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        return door.list(PlacementAddress.ofAgency(placementId), limit, cursor);
    }

    @GET
    @Path("unread")
    @Allowed(
            scope = "message:read",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(operationId = "countUnreadMessagesOfSchool", summary = "Count what the caller has not read")
    @APIResponse(responseCode = "200", description = "The count.")
    public Uni<UnreadResponse> unread(@PathParam("placementId") UUID placementId) {
        return door.unread(PlacementAddress.ofAgency(placementId));
    }

    @POST
    @Path("read")
    @Cancellable(false)
    @Allowed(
            scope = "message:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "markMessagesOfSchoolRead",
            summary = "Say how far the caller has read",
            description = "The other side sees when its messages were read, not by whom.")
    @APIResponse(responseCode = "200", description = "What is left.")
    public Uni<UnreadResponse> read(
            @PathParam("placementId") UUID placementId, @NotNull @Valid MarkReadRequest request) {
        return door.read(PlacementAddress.ofAgency(placementId), request);
    }
}
