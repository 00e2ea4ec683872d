package org.footbridge.referral.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.jboss.resteasy.reactive.server.Cancellable;

/** Files, for the school's coordinator. */
@Path("/api/v1/referrals/{referralId}/attachments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attachments", description = "Files of a referral, and which of them an agency was given.")
public class AttachmentResource {
    private final CurrentCaller caller;
    private final AttachmentService attachments;
    private final AttachmentDoor door;

    AttachmentResource(CurrentCaller caller, AttachmentService attachments, AttachmentDoor door) {
        this.caller = caller;
        this.attachments = attachments;
        this.door = door;
    }

    @POST
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "addAttachment",
            summary = "Add a file",
            description =
                    "The bytes are the body; the name is in Content-Disposition. PDF, PNG, JPEG, DOCX without macros and plain text, told by"
                            + " their bytes.")
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
            @Parameter(
                            description =
                                    "Whether name or content tell of substance use (42 CFR Part 2). Unsaid, they do where the record"
                                            + " that the caller knows does.")
                    @QueryParam("part2")
                    Boolean part2,
            @Context HttpServerRequest request) {
        return door.add(
                request,
                part2,
                "/api/v1/referrals/" + referralId + "/attachments",
                file -> attachments.add(file, referralId));
    }

    @GET
    @Allowed(scope = "referral:read", roles = Roles.COORDINATOR)
    @Operation(operationId = "listAttachments", summary = "List files, oldest first")
    @APIResponse(responseCode = "200", description = "All that the caller may download.")
    public Uni<Page<AttachmentResponse>> list(@PathParam("referralId") UUID referralId) {
        return attachments.list(caller.get(), referralId).map(all -> new Page<>(all, null));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Allowed(scope = "referral:read", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "downloadAttachment",
            summary = "Download a file",
            description = "Authorised and logged each time.")
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
    public Uni<Response> download(@PathParam("referralId") UUID referralId, @PathParam("id") UUID id) {
        return attachments.read(caller.get(), referralId, id).chain(door::answer);
    }
}
