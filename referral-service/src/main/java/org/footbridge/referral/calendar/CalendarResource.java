package org.footbridge.referral.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Open;
import org.footbridge.referral.placement.Appointment;

/** A calendar behind its secret address (RFC 5545). */
@Path("/calendar")
@Tag(name = "Calendars")
public class CalendarResource {
    private static final String TYPE = "text/calendar";

    private final CalendarService calendars;
    private final Clock clock;

    CalendarResource(CalendarService calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @GET
    @Path("{token: [A-Za-z0-9_-]{43}}.ics")
    @Produces(TYPE)
    @Open(because = "calendars cannot log in; whoever knows the 256-bit address sees times and nothing else")
    @Operation(
            operationId = "getCalendar",
            summary = "Read a calendar by its secret address",
            description = "Each event is called Appointment: whom it is with is read at the API.")
    @APIResponse(
            responseCode = "200",
            description = "The booked visits, from 30 days ago on.",
            content = @Content(mediaType = TYPE, schema = @Schema(implementation = String.class, maxLength = 1000000)))
    public Uni<Response> calendar(@PathParam("token") String token) {
        return calendars.visits(new FeedToken(token)).map(visits -> Response.ok(write(visits))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build());
    }

    private String write(List<Appointment> visits) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Footbridge//Visits//EN");
        calendar.setExperimentalProperty("X-WR-CALNAME", "Appointments");
        Date now = Date.from(clock.instant());
        visits.forEach(visit -> calendar.addEvent(event(visit, now)));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(Appointment visit, Date now) {
        VEvent event = new VEvent();
        event.setUid(visit.id() + "@footbridge");
        event.setDateTimeStamp(now);
        event.setSummary("Appointment");
        event.setStatus(Status.confirmed());
        event.setDateStart(Date.from(visit.startsAt()));
        event.setDateEnd(Date.from(visit.startsAt().plus(Duration.ofMinutes(visit.durationMinutes()))));
        return event;
    }
}
