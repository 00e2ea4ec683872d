package org.footbridge.referral.scheduling;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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

/** When the school's own team has time, and when both sides have. */
@Path("/api/v1/referrals/{referralId}/placements/{placementId}/team")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Help inside the school")
public class TeamSchedulingResource {
    private final CurrentCaller caller;
    private final SchedulingService scheduling;

    TeamSchedulingResource(CurrentCaller caller, SchedulingService scheduling) {
        this.caller = caller;
        this.scheduling = scheduling;
    }

    @GET
    @Path("availability")
    @Allowed(scope = "referral:read", roles = Roles.COUNSELOR)
    @Operation(operationId = "getAvailabilityInSchool", summary = "Read when the team has time")
    @APIResponse(
            responseCode = "200",
            description = "What was set; no hours before that.",
            content = @Content(schema = @Schema(implementation = AvailabilityDocument.class)))
    public Uni<Response> get(@PathParam("referralId") UUID referralId, @PathParam("placementId") UUID placementId) {
        return scheduling
                .availability(caller.get(), PlacementAddress.ofTeam(referralId, placementId))
                .map(SchoolAvailabilityResource::answer);
    }

    @PUT
    @Path("availability")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(operationId = "setAvailabilityInSchool", summary = "Say when the team has time")
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
                        PlacementAddress.ofTeam(referralId, placementId),
                        Version.expected(ifMatch),
                        document)
                .map(SchoolAvailabilityResource::answer);
    }

    @GET
    @Path("slots")
    @Allowed(scope = "referral:read", roles = Roles.COUNSELOR)
    @Operation(
            operationId = "listFreeSlotsInSchool",
            summary = "Ask when both sides have time",
            description =
                    "On days of the district, both included, at most 31; two weeks from today on where none are named. What is booked for the student is left out,"
                            + " and what is booked for staff where it is named.")
    @APIResponse(responseCode = "200", description = "The times, earliest first.")
    public Uni<SlotsResponse> slots(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("durationMinutes") @DefaultValue("50") @Min(5) @Max(480) int durationMinutes,
            @QueryParam("staff") @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String staff) {
        return scheduling.slots(
                caller.get(),
                PlacementAddress.ofTeam(referralId, placementId),
                new SchedulingService.Days(from, to, durationMinutes, staff));
    }
}
