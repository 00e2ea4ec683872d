package org.footbridge.referral.placement;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** Visits at a placement, for its agency. */
@Path("/api/v1/placements/{placementId}/appointments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Appointments", description = "When the student is seen. If-Match and ETag are those of the placement.")
public class AppointmentResource {
    private final CurrentCaller caller;
    private final AppointmentService appointments;
    private final IdempotencyKeys keys;

    AppointmentResource(CurrentCaller caller, AppointmentService appointments, IdempotencyKeys keys) {
        this.caller = caller;
        this.appointments = appointments;
        this.keys = keys;
    }

    @POST
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "bookAppointment",
            summary = "Book a visit",
            description = "The placement becomes SCHEDULED. If-Match names the placement's version. 409 student-busy or"
                    + " staff-busy for a coming time that is taken.")
    @APIResponse(
            responseCode = "201",
            description = "Booked.",
            content = @Content(schema = @Schema(implementation = AppointmentResponse.class)))
    public Uni<Response> book(
            @PathParam("placementId") UUID placementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid BookRequest request) {
        return keys.once(request, () -> appointments
                .book(caller.get(), placementId, Version.expected(ifMatch), request)
                .map(visit -> Response.created(URI.create("/api/v1/placements/" + placementId + "/appointments/"
                                + visit.appointment().id()))
                        .entity(AppointmentResponse.of(visit.appointment()))
                        .tag(Version.tag(visit.version()))
                        .build()));
    }

    @GET
    @Path("{id}")
    @Allowed(
            scope = "referral:read",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(operationId = "getAppointment", summary = "Read a visit")
    @APIResponse(
            responseCode = "200",
            description = "The visit.",
            content = @Content(schema = @Schema(implementation = AppointmentResponse.class)))
    public Uni<Response> get(@PathParam("placementId") UUID placementId, @PathParam("id") UUID id) {
        return appointments.read(caller.get(), placementId, id).map(AppointmentResource::answer);
    }

    @POST
    @Path("{id}/attendance")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "recordAttendance",
            summary = "Record whether the student came",
            description = "Not before the visit begins (409 too-early). If-Match names the placement's version.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = AppointmentResponse.class)))
    public Uni<Response> attend(
            @PathParam("placementId") UUID placementId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AttendanceRequest request) {
        return appointments
                .attend(caller.get(), placementId, id, Version.expected(ifMatch), request.kept())
                .map(AppointmentResource::answer);
    }

    @POST
    @Path("{id}/cancel")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "cancelAppointment",
            summary = "Call a visit off",
            description = "Late from 24 hours before it begins. The placement is ACCEPTED again when nothing else is"
                    + " booked. If-Match names the placement's version.")
    @APIResponse(
            responseCode = "200",
            description = "Called off.",
            content = @Content(schema = @Schema(implementation = AppointmentResponse.class)))
    public Uni<Response> cancel(
            @PathParam("placementId") UUID placementId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CancelVisitRequest request) {
        return appointments
                .cancel(caller.get(), placementId, id, Version.expected(ifMatch), CancelledBy.valueOf(request.by()))
                .map(AppointmentResource::answer);
    }

    static Response answer(AppointmentService.Visit visit) {
        return Response.ok(AppointmentResponse.of(visit.appointment()))
                .tag(Version.tag(visit.version()))
                .build();
    }
}
