package org.footbridge.referral.rights;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Requests to see a student's records. */
@Path("/api/v1/students/{studentId}/access-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Rights",
        description =
                "For coordinators on behalf of a family, guardians with rights, and students of age (34 CFR 99.10, 99.20).")
public class AccessRequestResource {
    private final CurrentCaller caller;
    private final AccessRequestService requests;
    private final IdempotencyKeys keys;
    private final Cursors cursors;

    AccessRequestResource(CurrentCaller caller, AccessRequestService requests, IdempotencyKeys keys, Cursors cursors) {
        this.caller = caller;
        this.requests = requests;
        this.keys = keys;
        this.cursors = cursors;
    }

    @POST
    @Cancellable(false)
    @Allowed(
            scope = "consent:write",
            roles = {Roles.COORDINATOR, Roles.GUARDIAN, Roles.STUDENT})
    @Operation(
            operationId = "requestAccess",
            summary = "Ask to see a student's records",
            description = "Due within 45 days. While it is open, nothing of the student is destroyed. Without a body.")
    @APIResponse(
            responseCode = "201",
            description = "Open.",
            content = @Content(schema = @Schema(implementation = AccessRequestResponse.class)))
    public Uni<Response> ask(@PathParam("studentId") UUID studentId) {
        return keys.once(null, () -> requests.ask(caller.get(), studentId).map(request -> Response.created(
                        URI.create("/api/v1/students/" + studentId + "/access-requests/" + request.id()))
                .entity(request.toResponse())
                .tag(Version.tag(request.version()))
                .build()));
    }

    @GET
    @Allowed(
            scope = "consent:read",
            roles = {Roles.COORDINATOR, Roles.GUARDIAN, Roles.STUDENT})
    @Operation(
            operationId = "listAccessRequests",
            summary = "List the requests to see a student's records, newest first")
    @APIResponse(responseCode = "200", description = "One page.")
    public Uni<Page<AccessRequestResponse>> list(
            @PathParam("studentId") UUID studentId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        String identity = "access-requests|" + caller.get().tenant() + "|" + studentId;
        UUID before = cursor == null
                ? null
                : UUID.fromString(cursors.decode(identity, cursor).getFirst());
        return requests.list(caller.get(), studentId, before, limit + 1)
                .map(found -> cursors.page(
                        identity,
                        found.stream().map(AccessRequest::toResponse).toList(),
                        limit,
                        item -> List.of(item.id().toString())));
    }

    @GET
    @Path("{id}")
    @Allowed(
            scope = "consent:read",
            roles = {Roles.COORDINATOR, Roles.GUARDIAN, Roles.STUDENT})
    @Operation(operationId = "getAccessRequest", summary = "Read a request to see a student's records")
    @APIResponse(
            responseCode = "200",
            description = "The request.",
            content = @Content(schema = @Schema(implementation = AccessRequestResponse.class)))
    public Uni<Response> get(@PathParam("studentId") UUID studentId, @PathParam("id") UUID id) {
        return requests.read(caller.get(), studentId, id).map(AccessRequestResource::answer);
    }

    @POST
    @Path("{id}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Allowed(scope = "consent:write", roles = Roles.COORDINATOR)
    @Operation(operationId = "closeAccessRequest", summary = "Release the records, or let the request rest")
    @APIResponse(
            responseCode = "200",
            description = "Closed.",
            content = @Content(schema = @Schema(implementation = AccessRequestResponse.class)))
    public Uni<Response> close(
            @PathParam("studentId") UUID studentId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CloseAccessRequest request) {
        AccessRequest.State to = AccessRequest.State.valueOf(request.state());
        return requests.close(caller.get(), studentId, id, Version.expected(ifMatch), to)
                .map(AccessRequestResource::answer);
    }

    @GET
    @Path("{id}/export")
    @Produces("application/zip")
    @Allowed(
            scope = "consent:read",
            roles = {Roles.COORDINATOR, Roles.GUARDIAN, Roles.STUDENT})
    @Operation(
            operationId = "exportRecords",
            summary = "Fetch a student's records",
            description =
                    "JSON files, the ledger of disclosures as CSV, signed consents, attachments, and a list of what is"
                            + " left out with the reason. For the family once the request is fulfilled.")
    @APIResponse(responseCode = "409", description = "For a family: the school has not released the records yet.")
    @APIResponse(
            responseCode = "200",
            description = "A zip.",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestMulti<byte[]> export(@PathParam("studentId") UUID studentId, @PathParam("id") UUID id) {
        return RestMulti.fromUniResponse(
                requests.export(caller.get(), studentId, id),
                ZipParts::zipped,
                parts -> Map.of(
                        HttpHeaders.CONTENT_DISPOSITION, List.of("attachment; filename=\"records.zip\""),
                        HttpHeaders.CACHE_CONTROL, List.of("no-store")));
    }

    private static Response answer(AccessRequest request) {
        return Response.ok(request.toResponse())
                .tag(Version.tag(request.version()))
                .build();
    }
}
