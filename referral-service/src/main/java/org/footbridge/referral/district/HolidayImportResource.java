package org.footbridge.referral.district;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.referral.holiday.HolidayImport;
import org.footbridge.referral.holiday.Span;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The holidays of a district out of a calendar. */
@Path("/api/v1/districts/{districtId}/holidays/import")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Districts")
public class HolidayImportResource {
    public static final String ICALENDAR = "text/calendar";
    public static final String EXAMPLE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Prairie View//School year//EN
            BEGIN:VEVENT
            UID:winter-break@prairieview.example
            DTSTART;VALUE=DATE:20261223
            DTEND;VALUE=DATE:20270105
            SUMMARY:Winter break
            END:VEVENT
            END:VCALENDAR
            """;

    private final HolidayImportService imports;

    HolidayImportResource(HolidayImportService imports) {
        this.imports = imports;
    }

    @POST
    @Consumes(ICALENDAR)
    @Cancellable(false)
    @Allowed(
            scope = "roster:write",
            roles = {Roles.DISTRICT_ADMIN, Roles.DISTRICT_APP})
    @Operation(
            operationId = "importHolidays",
            summary = "Import a district's holidays from an iCalendar file",
            description = "Replaces the days off from the first to the last day that the parameters name: the same file"
                    + " a second time changes nothing. Whole days, days in a row and repetitions are understood; an event"
                    + " with times takes the days off that it covers from midnight to midnight of the district. Clocks"
                    + " that run are counted anew. If-Match names the district's version; a dry run needs none.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = ICALENDAR,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 1048576),
                            examples = @ExampleObject(name = "winter break", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "What was changed, or would be.",
            content = @Content(schema = @Schema(implementation = HolidayImport.class)))
    @APIResponse(responseCode = "404", description = "There is no such district for this caller (not-found).")
    @APIResponse(responseCode = "412", description = "The district has changed since it was read (stale).")
    @APIResponse(responseCode = "413", description = "The file is too large (too-large).")
    @APIResponse(responseCode = "422", description = "The file cannot be taken in; every bad line is named (invalid).")
    public Uni<Response> importHolidays(
            @PathParam("districtId") UUID districtId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("kind") @DefaultValue("SCHOOL") HolidayKind kind,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull byte[] calendar) {
        Span span = Span.of(from, to);
        return imports.replace(
                        districtId,
                        dryRun ? null : Version.expected(ifMatch),
                        new HolidayImportService.Sent(kind, span, calendar))
                .map(done -> Response.ok(done.report())
                        .tag(Version.tag(done.version()))
                        .build());
    }
}
