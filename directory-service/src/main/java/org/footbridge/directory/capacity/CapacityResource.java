package org.footbridge.directory.capacity;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Open;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/v1/directory/services/{id}/capacity")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class CapacityResource {
    private final CapacityService capacities;
    private final CurrentCaller caller;

    CapacityResource(CapacityService capacities, CurrentCaller caller) {
        this.capacities = capacities;
        this.caller = caller;
    }

    @GET
    @Open(because = "whether a service has room is public, as the directory is")
    @Operation(
            operationId = "getServiceCapacity",
            summary = "Read a service's capacity",
            description = "Open to everybody. The ETag is what a change must name in If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The capacity as last confirmed.",
            headers = @Header(name = "ETag", schema = @Schema(maxLength = 30)),
            content = @Content(schema = @Schema(implementation = CapacityView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since If-None-Match.")
    @APIResponse(responseCode = "404", description = "No such service.")
    public Uni<Response> read(@RestPath UUID id, @Context Request request) {
        return capacities.read(id).map(capacity -> {
            EntityTag tag = Version.tag(capacity.version());
            Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
            return unchanged == null ? answer(capacity) : unchanged.tag(tag).build();
        });
    }

    @PUT
    @Allowed(
            scope = "directory:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Cancellable(false)
    @Operation(
            operationId = "putServiceCapacity",
            summary = "Say how much room a service has",
            description =
                    "Confirms the capacity as of now and publishes `directory.service_changed.v1`. The caller's `agency` must be the"
                            + " service's organization or one above it. Scope `directory:write`, role agency_admin, agency_staff or"
                            + " agency_app.")
    @APIResponse(
            responseCode = "200",
            description = "The capacity as it is now.",
            headers = @Header(name = "ETag", schema = @Schema(maxLength = 30)),
            content = @Content(schema = @Schema(implementation = CapacityView.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read.")
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "The token's role or scope does not allow it.")
    @APIResponse(responseCode = "415", description = "Not application/json.")
    @APIResponse(responseCode = "404", description = "No such service of this agency.")
    @APIResponse(responseCode = "412", description = "Changed since it was read.")
    @APIResponse(responseCode = "422", description = "The numbers contradict the status.")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public Uni<Response> confirm(
            @RestPath UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid CapacityRequest capacity) {
        return capacities
                .confirm(id, capacity, caller.get().agency(), Version.expected(ifMatch))
                .map(CapacityResource::answer);
    }

    private static Response answer(CapacityService.Versioned capacity) {
        return Response.ok(capacity.view()).tag(Version.tag(capacity.version())).build();
    }
}
