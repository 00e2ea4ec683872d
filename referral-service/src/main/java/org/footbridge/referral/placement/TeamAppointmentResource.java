package org.footbridge.referral.placement;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Visits at a school's own team. */
@Path("/api/v1/referrals/{referralId}/placements/{placementId}/team/appointments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Help inside the school")
public class TeamAppointmentResource {
    private final CurrentCaller caller;
    private final TeamService team;
    private final AppointmentService visits;
    private final IdempotencyKeys keys;

    TeamAppointmentResource(CurrentCaller caller, TeamService team, AppointmentService visits, IdempotencyKeys keys) {
        this.caller = caller;
        this.team = team;
        this.visits = visits;
        this.keys = keys;
    }

    @POST
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(operationId = "bookAppointmentInSchool", summary = "Book a visit")
    @APIResponse(
            responseCode = "201",
            description = "Booked.",
            content = @Content(schema = @Schema(implementation = AppointmentResponse.class)))
    public Uni<Response> book(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid BookRequest request) {
        long expected = Version.expected(ifMatch);
        return keys.once(request, () -> team.of(caller.get(), referralId, placementId)
                .chain(() -> visits.book(caller.get(), placementId, expected, request))
                .map(visit -> Response.created(
                                URI.create("/api/v1/referrals/" + referralId + "/placements/" + placementId + "/team"))
                        .entity(AppointmentResponse.of(visit.appointment()))
                        .tag(Version.tag(visit.version()))
                        .build()));
    }

    @POST
    @Path("{id}/attendance")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(operationId = "recordAttendanceInSchool", summary = "Record whether the student came")
    @APIResponse(
            responseCode = "200",
            description = "Done.",
            content = @Content(schema = @Schema(implementation = AppointmentResponse.class)))
    public Uni<Response> recordAttendance(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AttendanceRequest request) {
        long expected = Version.expected(ifMatch);
        return team.of(caller.get(), referralId, placementId)
                .chain(() -> visits.attend(caller.get(), placementId, id, expected, request.kept()))
                .map(AppointmentResource::answer);
    }

    @POST
    @Path("{id}/cancel")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(operationId = "cancelAppointmentInSchool", summary = "Call a visit off")
    @APIResponse(
            responseCode = "200",
            description = "Done.",
            content = @Content(schema = @Schema(implementation = AppointmentResponse.class)))
    public Uni<Response> cancelAppointment(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CancelVisitRequest request) {
        long expected = Version.expected(ifMatch);
        return team.of(caller.get(), referralId, placementId)
                .chain(() -> visits.cancel(caller.get(), placementId, id, expected, CancelledBy.valueOf(request.by())))
                .map(AppointmentResource::answer);
    }
}
