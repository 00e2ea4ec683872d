package org.footbridge.referral.scheduling;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.referral.placement.PlacementAddress;

/** Times that suit both sides, for the school's coordinator. */
@Path("/api/v1/referrals/{referralId}/placements/{placementId}/slots")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scheduling")
public class SchoolSlotResource {
    private final CurrentCaller caller;
    private final SchedulingService scheduling;

    SchoolSlotResource(CurrentCaller caller, SchedulingService scheduling) {
        this.caller = caller;
        this.scheduling = scheduling;
    }

    @GET
    @Allowed(scope = "referral:read", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "listFreeSlotsBySchool",
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
                PlacementAddress.ofSchool(referralId, placementId),
                new SchedulingService.Days(from, to, durationMinutes, staff));
    }
}
