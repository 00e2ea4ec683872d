package org.footbridge.referral.schoolday;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.referral.district.HolidayImportResource;
import org.footbridge.referral.holiday.HolidayImport;
import org.footbridge.referral.holiday.Span;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where a school's calendar differs from its district's. */
@Path("/api/v1/schools/{schoolId}/calendar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service levels")
public class SchoolCalendarResource {
    private final CurrentCaller caller;
    private final SchoolCalendarService calendars;

    SchoolCalendarResource(CurrentCaller caller, SchoolCalendarService calendars) {
        this.caller = caller;
        this.calendars = calendars;
    }

    @GET
    @Allowed(
            scope = "roster:read",
            roles = {Roles.DISTRICT_ADMIN, Roles.COORDINATOR, Roles.COUNSELOR, Roles.EDUCATOR})
    @Operation(
            operationId = "getSchoolCalendar",
            summary = "Read where a school's calendar differs from its district's")
    @APIResponse(
            responseCode = "200",
            description = "Its own days; two empty lists where it has none.",
            content = @Content(schema = @Schema(implementation = SchoolCalendarDocument.class)))
    @APIResponse(responseCode = "404", description = "There is no such school for this caller (not-found).")
    public Uni<Response> read(@PathParam("schoolId") UUID schoolId) {
        return calendars.read(caller.get(), schoolId).map(SchoolCalendarResource::answer);
    }

    @GET
    @Path("days")
    @Allowed(
            scope = "roster:read",
            roles = {Roles.DISTRICT_ADMIN, Roles.COORDINATOR, Roles.COUNSELOR, Roles.EDUCATOR})
    @Operation(
            operationId = "listSchoolDays",
            summary = "Ask which days are school days and business days",
            description = "As clocks count them: the district's days off with what the school does otherwise. From the"
                    + " first to the last day that the parameters name, three years at most.")
    @APIResponse(responseCode = "200", description = "Each day, oldest first.")
    @APIResponse(responseCode = "404", description = "There is no such school for this caller (not-found).")
    public Uni<Page<SchoolDay>> days(
            @PathParam("schoolId") UUID schoolId, @QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to) {
        return calendars.list(caller.get(), schoolId, Span.of(from, to)).map(all -> new Page<>(all, null));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Allowed(
            scope = "roster:write",
            roles = {Roles.DISTRICT_ADMIN, Roles.COORDINATOR})
    @Operation(
            operationId = "setSchoolCalendar",
            summary = "Set where a school's calendar differs from its district's",
            description =
                    "By the district's administrator or a coordinator of the school. Replaces what was set before;"
                            + " clocks that run are counted anew. If-Match names the version that was read.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content = @Content(schema = @Schema(implementation = SchoolCalendarDocument.class)))
    @APIResponse(responseCode = "404", description = "There is no such school for this caller (not-found).")
    public Uni<Response> replace(
            @PathParam("schoolId") UUID schoolId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SchoolCalendarDocument document) {
        return calendars
                .replace(caller.get(), schoolId, Version.expected(ifMatch), document)
                .map(SchoolCalendarResource::answer);
    }

    @POST
    @Path("import")
    @Consumes(HolidayImportResource.ICALENDAR)
    @Cancellable(false)
    @Allowed(
            scope = "roster:write",
            roles = {Roles.DISTRICT_ADMIN, Roles.COORDINATOR})
    @Operation(
            operationId = "importSchoolClosures",
            summary = "Import a school's own closures from an iCalendar file",
            description = "As the import of a district's holidays, for the closures of one school. A day that stands"
                    + " among its open days stays open. If-Match names the version of the school's calendar; a dry run"
                    + " needs none.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = HolidayImportResource.ICALENDAR,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 1048576),
                            examples = @ExampleObject(name = "a break", value = HolidayImportResource.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "What was changed, or would be.",
            content = @Content(schema = @Schema(implementation = HolidayImport.class)))
    @APIResponse(responseCode = "404", description = "There is no such school for this caller (not-found).")
    @APIResponse(responseCode = "413", description = "The file is too large (too-large).")
    @APIResponse(responseCode = "422", description = "The file cannot be taken in; every bad line is named (invalid).")
    public Uni<Response> importClosures(
            @PathParam("schoolId") UUID schoolId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull byte[] calendar) {
        Span span = Span.of(from, to);
        return calendars
                .replaceClosures(caller.get(), schoolId, dryRun ? null : Version.expected(ifMatch), span, calendar)
                .map(done -> Response.ok(done.report())
                        .tag(Version.tag(done.version()))
                        .build());
    }

    private static Response answer(SchoolCalendarService.Held held) {
        return Response.ok(held.calendar()).tag(Version.tag(held.version())).build();
    }
}
