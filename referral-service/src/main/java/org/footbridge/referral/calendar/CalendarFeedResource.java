package org.footbridge.referral.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.footbridge.common.web.paging.Page;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Calendar feeds of their owners. */
@Path("/api/v1/calendar-feeds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars", description = "Booked visits as calendars subscribe to them, with neutral titles.")
public class CalendarFeedResource {
    private final CurrentCaller caller;
    private final CalendarService calendars;
    private final IdempotencyKeys keys;

    CalendarFeedResource(CurrentCaller caller, CalendarService calendars, IdempotencyKeys keys) {
        this.caller = caller;
        this.calendars = calendars;
        this.keys = keys;
    }

    @POST
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.COORDINATOR, Roles.COUNSELOR, Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "openCalendarFeed",
            summary = "Open a calendar feed",
            description =
                    "A coordinator's feed holds the visits of his or her schools, a counselor's those in school, an agency's all its"
                            + " own that agreement and consent still cover. It ends by itself after 365 days.")
    @APIResponse(
            responseCode = "201",
            description = "Opened; the address is shown this once.",
            content = @Content(schema = @Schema(implementation = CalendarFeedCreated.class)))
    public Uni<Response> open() {
        return keys.once(null, () -> calendars.open(caller.get()).map(feed -> Response.created(
                        URI.create("/api/v1/calendar-feeds"))
                .entity(feed)
                .build()));
    }

    @GET
    @Allowed(
            scope = "referral:read",
            roles = {Roles.COORDINATOR, Roles.COUNSELOR, Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(operationId = "listCalendarFeeds", summary = "List the caller's calendar feeds, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "Those that are neither revoked nor over, without their addresses.")
    public Uni<Page<CalendarFeedResponse>> list() {
        return calendars.list(caller.get()).map(all -> new Page<>(all, null));
    }

    @DELETE
    @Path("{id}")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.COORDINATOR, Roles.COUNSELOR, Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(operationId = "revokeCalendarFeed", summary = "Revoke a calendar feed")
    @APIResponse(responseCode = "204", description = "Its address leads nowhere any more.")
    public Uni<Response> revoke(@PathParam("id") UUID id) {
        return calendars.revoke(caller.get(), id).replaceWith(() -> Response.noContent()
                .build());
    }
}
