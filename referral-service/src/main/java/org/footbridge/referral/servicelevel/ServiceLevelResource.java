package org.footbridge.referral.servicelevel;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import org.footbridge.referral.servicelevel.ServiceLevelService.Held;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The limits of a district. */
@Path("/api/v1/districts/{districtId}/service-levels")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Service levels", description = "How soon each step must be taken, and how a referral's clocks stand.")
public class ServiceLevelResource {
    private final CurrentCaller caller;
    private final ServiceLevelService levels;

    ServiceLevelResource(CurrentCaller caller, ServiceLevelService levels) {
        this.caller = caller;
        this.levels = levels;
    }

    @GET
    @Allowed(
            scope = "roster:read",
            roles = {Roles.DISTRICT_ADMIN, Roles.COORDINATOR, Roles.COUNSELOR, Roles.EDUCATOR})
    @Operation(operationId = "getServiceLevels", summary = "Read the limits that hold in a district")
    @APIResponse(
            responseCode = "200",
            description = "Every limit: the district's own, else the default.",
            content = @Content(schema = @Schema(implementation = ServiceLevelDocument.class)))
    public Uni<Response> read(@PathParam("districtId") UUID districtId) {
        return levels.read(caller.get(), districtId).map(ServiceLevelResource::answer);
    }

    @PUT
    @Cancellable(false)
    @Allowed(scope = "roster:write", roles = Roles.DISTRICT_ADMIN)
    @Operation(
            operationId = "setServiceLevels",
            summary = "Set a district's own limits",
            description = "Replaces what it has set before; what is left out follows the defaults. A crisis counts"
                    + " minutes or hours only. If-Match names the version that was read.")
    @APIResponse(
            responseCode = "200",
            description = "Every limit as it is now.",
            content = @Content(schema = @Schema(implementation = ServiceLevelDocument.class)))
    public Uni<Response> replace(
            @PathParam("districtId") UUID districtId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ServiceLevelDocument document) {
        return levels.replace(caller.get(), districtId, Version.expected(ifMatch), document)
                .map(ServiceLevelResource::answer);
    }

    private static Response answer(Held held) {
        return Response.ok(new ServiceLevelDocument(held.levels().all()))
                .tag(Version.tag(held.version()))
                .build();
    }
}
