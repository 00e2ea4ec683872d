package org.footbridge.referral.scheduling;

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
import org.footbridge.referral.placement.PlacementAddress;
import org.jboss.resteasy.reactive.server.Cancellable;

/** When this side has time, for the school's coordinator. */
@Path("/api/v1/referrals/{referralId}/placements/{placementId}/availability")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Scheduling", description = "When both sides have time, and how they agree on one.")
public class SchoolAvailabilityResource {
    private final CurrentCaller caller;
    private final SchedulingService scheduling;

    SchoolAvailabilityResource(CurrentCaller caller, SchedulingService scheduling) {
        this.caller = caller;
        this.scheduling = scheduling;
    }

    @GET
    @Allowed(scope = "referral:read", roles = Roles.COORDINATOR)
    @Operation(operationId = "getAvailabilityBySchool", summary = "Read when the caller's side has time")
    @APIResponse(
            responseCode = "200",
            description = "What was set; no hours before that.",
            content = @Content(schema = @Schema(implementation = AvailabilityDocument.class)))
    public Uni<Response> get(@PathParam("referralId") UUID referralId, @PathParam("placementId") UUID placementId) {
        return scheduling
                .availability(caller.get(), PlacementAddress.ofSchool(referralId, placementId))
                .map(SchoolAvailabilityResource::answer);
    }

    @PUT
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(operationId = "setAvailabilityBySchool", summary = "Say when the caller's side has time")
    @APIResponse(
            responseCode = "200",
            description = "Set.",
            content = @Content(schema = @Schema(implementation = AvailabilityDocument.class)))
    public Uni<Response> set(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AvailabilityDocument document) {
        return scheduling
                .replace(
                        caller.get(),
                        PlacementAddress.ofSchool(referralId, placementId),
                        Version.expected(ifMatch),
                        document)
                .map(SchoolAvailabilityResource::answer);
    }

    static Response answer(SchedulingService.Held held) {
        return Response.ok(held.document()).tag(Version.tag(held.version())).build();
    }
}
