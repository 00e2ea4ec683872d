package org.footbridge.referral.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Page;
import org.footbridge.referral.placement.PlacementAddress;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Files, for the counselors of a school's own team. */
@Path("/api/v1/referrals/{referralId}/placements/{placementId}/team/attachments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Help inside the school")
public class TeamAttachmentResource {
    private final CurrentCaller caller;
    private final SharedAttachmentService attachments;
    private final AttachmentDoor door;

    TeamAttachmentResource(CurrentCaller caller, SharedAttachmentService attachments, AttachmentDoor door) {
        this.caller = caller;
        this.attachments = attachments;
        this.door = door;
    }

    @POST
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(
            operationId = "addAttachmentInSchool",
            summary = "Add a file",
            description =
                    "The bytes are the body; the name is in Content-Disposition. PDF, PNG, JPEG, DOCX without macros and plain text, told by"
                            + " their bytes. From the acceptance on; it stays in the school.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = 10000000)))
    @Parameter(
            name = HttpHeaders.CONTENT_DISPOSITION,
            in = ParameterIn.HEADER,
            description = "Names the file (RFC 6266).",
            schema = @Schema(type = SchemaType.STRING, maxLength = 1000),
            example = "attachment; filename=\"attendance.pdf\"")
    @APIResponse(responseCode = "408", description = "The bytes did not come in time (upload-too-slow).")
    @APIResponse(
            responseCode = "201",
            description = "Kept.",
            content = @Content(schema = @Schema(implementation = AttachmentResponse.class)))
    public Uni<Response> add(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @Context HttpServerRequest request) {
        PlacementAddress at = PlacementAddress.ofTeam(referralId, placementId);
        return door.add(request, null, at.path() + "/attachments", file -> attachments.add(file, at));
    }

    @GET
    @Allowed(scope = "referral:read", roles = Roles.COUNSELOR)
    @Operation(operationId = "listAttachmentsInSchool", summary = "List files, oldest first")
    @APIResponse(responseCode = "200", description = "All that the caller may download.")
    public Uni<Page<AttachmentResponse>> list(
            @PathParam("referralId") UUID referralId, @PathParam("placementId") UUID placementId) {
        return attachments
                .list(caller.get(), PlacementAddress.ofTeam(referralId, placementId))
                .map(all -> new Page<>(all, null));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Allowed(scope = "referral:read", roles = Roles.COUNSELOR)
    @Operation(
            operationId = "downloadAttachmentInSchool",
            summary = "Download a file",
            description = "The team's own file, or one of the school. Authorised and logged each time.")
    @APIResponse(responseCode = "410", description = "The bytes are lost (file-lost).")
    @APIResponse(
            responseCode = "200",
            description = "The bytes, to be saved and not shown.",
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(implementation = byte[].class)),
                @Content(mediaType = "image/png", schema = @Schema(implementation = byte[].class)),
                @Content(mediaType = "image/jpeg", schema = @Schema(implementation = byte[].class)),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        schema = @Schema(implementation = byte[].class)),
                @Content(mediaType = "text/plain", schema = @Schema(implementation = byte[].class))
            })
    public Uni<Response> download(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @PathParam("id") UUID id) {
        return attachments
                .read(caller.get(), PlacementAddress.ofTeam(referralId, placementId), id)
                .chain(door::answer);
    }
}
