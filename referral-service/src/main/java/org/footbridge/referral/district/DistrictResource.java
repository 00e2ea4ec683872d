package org.footbridge.referral.district;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.events.Ids;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/v1/districts")
@Tag(name = "Districts", description = "The tenants and their settings.")
class DistrictResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final DistrictService districts;
    private final DistrictPatch patches;
    private final IdempotencyKeys keys;

    DistrictResource(DistrictService districts, DistrictPatch patches, IdempotencyKeys keys) {
        this.districts = districts;
        this.patches = patches;
        this.keys = keys;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Allowed(scope = "roster:write", roles = Roles.PLATFORM_ADMIN)
    @Operation(operationId = "openDistrict", summary = "Set up a district")
    @APIResponseSchema(value = DistrictDocument.class, responseCode = "201", responseDescription = "The new district.")
    @APIResponse(responseCode = "409", description = "There is a district with this id (already-exists).")
    @APIResponse(responseCode = "422", description = "A setting is not acceptable (invalid).")
    public Uni<Response> open(@NotNull @Valid DistrictDocument body) {
        return keys.once(body, () -> districts.open(body.settings(Ids.next())).map(district -> Response.created(
                        URI.create("/api/v1/districts/" + district.id()))
                .tag(Version.tag(district.version()))
                .entity(DistrictDocument.from(district.settings()))
                .build()));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(
            scope = "roster:read",
            roles = {
                Roles.PLATFORM_ADMIN,
                Roles.DISTRICT_ADMIN,
                Roles.DISTRICT_APP,
                Roles.COORDINATOR,
                Roles.COUNSELOR,
                Roles.EDUCATOR
            })
    @Operation(operationId = "getDistrict", summary = "Read a district's settings")
    @APIResponseSchema(value = DistrictDocument.class, responseCode = "200", responseDescription = "The district.")
    @APIResponse(responseCode = "404", description = "There is no such district for this caller (not-found).")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return districts.get(id).map(DistrictResource::answer);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Allowed(
            scope = "roster:write",
            roles = {Roles.PLATFORM_ADMIN, Roles.DISTRICT_ADMIN})
    @Operation(operationId = "changeDistrict", summary = "Change a district's settings by a JSON Merge Patch")
    @RequestBody(content = @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = DistrictDocument.class)))
    @APIResponseSchema(value = DistrictDocument.class, responseCode = "200", responseDescription = "As it is now.")
    @APIResponse(responseCode = "404", description = "There is no such district for this caller (not-found).")
    @APIResponse(responseCode = "412", description = "The district has changed since it was read (stale).")
    @APIResponse(responseCode = "422", description = "A setting is not acceptable (invalid).")
    @APIResponse(responseCode = "428", description = "If-Match is missing (precondition-required).")
    public Uni<Response> change(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull ObjectNode patch) {
        long expected = Version.expected(ifMatch);
        return districts
                .change(id, expected, before -> patches.apply(patch, before))
                .map(DistrictResource::answer);
    }

    private static Response answer(District district) {
        return Response.ok(DistrictDocument.from(district.settings()))
                .tag(Version.tag(district.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
