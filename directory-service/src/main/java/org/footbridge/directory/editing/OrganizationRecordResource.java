package org.footbridge.directory.editing;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/v1/directory")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class OrganizationRecordResource {
    private static final String WHO =
            " The platform edits all, an agency's administrator the own organization and those below it,"
                    + " a district's administrator or coordinator what the district curates.";

    private final EditingService editing;
    private final CurrentCaller caller;
    private final IdempotencyKeys keys;

    OrganizationRecordResource(EditingService editing, CurrentCaller caller, IdempotencyKeys keys) {
        this.editing = editing;
        this.caller = caller;
        this.keys = keys;
    }

    @GET
    @Path("organizations/{id}/record")
    @Allowed(
            scope = "directory:read",
            roles = {Roles.PLATFORM_ADMIN, Roles.AGENCY_ADMIN, Roles.DISTRICT_ADMIN, Roles.COORDINATOR})
    @Operation(
            operationId = "getOrganizationRecord",
            summary = "Read an organization as its editors do",
            description = "With what the public does not see; `/hsds/organizations/{id}` is for everybody." + WHO
                    + " Scope" + " `directory:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The record; the ETag is what a change must name.",
            content = @Content(schema = @Schema(implementation = RecordResponse.class)))
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "The token's role or scope does not allow it.")
    @APIResponse(responseCode = "404", description = "No such record of this caller.")
    public Uni<Response> read(@RestPath UUID id) {
        return editing.organization(id, Editor.of(caller.get())).map(OrganizationRecordResource::answer);
    }

    @PUT
    @Path("organizations/{id}/record")
    @Cancellable(false)
    @Allowed(
            scope = "directory:write",
            roles = {Roles.PLATFORM_ADMIN, Roles.AGENCY_ADMIN, Roles.DISTRICT_ADMIN, Roles.COORDINATOR})
    @Operation(
            operationId = "putOrganizationRecord",
            summary = "Change an organization",
            description =
                    "The whole record in HSDS 3.2 JSON. A record is never deleted: its status says that it is gone."
                            + WHO + " Scope `directory:write`.")
    @APIResponse(
            responseCode = "200",
            description = "The record as it is now.",
            content = @Content(schema = @Schema(implementation = RecordResponse.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read.")
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "The token's role or scope does not allow it.")
    @APIResponse(responseCode = "404", description = "No such record of this caller.")
    @APIResponse(responseCode = "412", description = "Changed since it was read.")
    @APIResponse(responseCode = "415", description = "Not application/json.")
    @APIResponse(responseCode = "422", description = "Nothing was changed; `errors` names every fault and its place.")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public Uni<Response> put(
            @RestPath UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid RecordRequest request) {
        return editing.putOrganization(id, Editor.of(caller.get()), Version.expected(ifMatch), request)
                .map(OrganizationRecordResource::answer);
    }

    @POST
    @Path("organizations")
    @Cancellable(false)
    @Allowed(
            scope = "directory:write",
            roles = {Roles.PLATFORM_ADMIN, Roles.DISTRICT_ADMIN, Roles.COORDINATOR})
    @Operation(
            operationId = "addOrganizationRecord",
            summary = "Add an organization",
            description = "A district curates what its editors add; `id` may be left out." + WHO
                    + " Scope `directory:write`; Idempotency-Key.")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = RecordResponse.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read.")
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "The token's role or scope does not allow it.")
    @APIResponse(responseCode = "409", description = "The id is taken.")
    @APIResponse(responseCode = "415", description = "Not application/json.")
    @APIResponse(responseCode = "422", description = "Nothing was added; `errors` names every fault and its place.")
    public Uni<Response> add(@NotNull @Valid RecordRequest request) {
        return keys.once(request, () -> editing.addOrganization(Editor.of(caller.get()), request)
                .map(added -> Response.created(URI.create("/api/v1/directory/organizations/" + added.id() + "/record"))
                        .entity(added.response())
                        .tag(Version.tag(added.version()))
                        .build()));
    }

    private static Response answer(StoredRecord record) {
        return Response.ok(record.response()).tag(Version.tag(record.version())).build();
    }
}
