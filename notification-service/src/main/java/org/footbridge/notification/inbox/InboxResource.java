package org.footbridge.notification.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.problem.ProblemDocument;
import org.footbridge.notification.wording.Wording;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The caller's own inbox, and nobody else's. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
@APIResponse(
        responseCode = "default",
        description = "A problem; see its type.",
        content =
                @Content(
                        mediaType = ProblemDocument.MEDIA_TYPE,
                        schema = @Schema(implementation = ProblemDocument.class)))
public class InboxResource {
    private static final String READ = "notification:read";
    private static final String WRITE = "notification:write";

    private final CurrentCaller caller;
    private final InboxService inbox;
    private final Wording wording;
    private final Cursors cursors;

    public InboxResource(CurrentCaller caller, InboxService inbox, Wording wording, Cursors cursors) {
        this.caller = caller;
        this.inbox = inbox;
        this.wording = wording;
        this.cursors = cursors;
    }

    /** How many are unread. */
    @Schema(name = "UnreadNotifications", examples = "{\"unread\": 3}")
    record Unread(@Schema(minimum = "0", required = true) int unread) {}

    /** How far somebody has read. */
    @Schema(name = "NotificationsReadUpTo", examples = "{\"sequence\": 42}")
    record UpTo(
            @Schema(description = "Of the newest notification that was seen.") @NotNull @Min(0)
            Long sequence) {}

    @GET
    @Allowed(
            scope = READ,
            roles = {
                Roles.DISTRICT_ADMIN,
                Roles.COORDINATOR,
                Roles.COUNSELOR,
                Roles.EDUCATOR,
                Roles.GUARDIAN,
                Roles.STUDENT
            })
    @Operation(operationId = "listNotifications", summary = "List your notifications, the newest first")
    @APIResponse(responseCode = "200", description = "One page; empty for an account that is linked to nobody.")
    public Uni<Page<NotificationResponse>> list(
            @QueryParam("unread") @DefaultValue("false") boolean unread,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Schema(maxLength = 500) String cursor) {
        String identity =
                "notifications/" + caller.get().tenant() + "/" + caller.get().subject() + "/" + unread;
        long before = cursor == null
                ? Long.MAX_VALUE
                : Long.parseLong(cursors.decode(identity, cursor).getFirst());
        return inbox.page(caller.get(), unread, before, limit + 1).map(found -> page(found, limit, identity));
    }

    private Page<NotificationResponse> page(List<InboxItem> found, int limit, String identity) {
        return cursors.page(identity, found, limit, last -> List.of(Long.toString(last.sequence())), this::response);
    }

    private NotificationResponse response(InboxItem item) {
        return NotificationResponse.of(item, wording.title(item.letter(), item.language()));
    }

    @GET
    @Path("/unread-count")
    @Allowed(
            scope = READ,
            roles = {
                Roles.DISTRICT_ADMIN,
                Roles.COORDINATOR,
                Roles.COUNSELOR,
                Roles.EDUCATOR,
                Roles.GUARDIAN,
                Roles.STUDENT
            })
    @Operation(operationId = "countUnreadNotifications", summary = "Count your unread notifications")
    @APIResponse(responseCode = "200", description = "The number.")
    public Uni<Unread> unread() {
        return inbox.unread(caller.get()).map(Unread::new);
    }

    @POST
    @Path("/{id}/read")
    @Consumes(MediaType.WILDCARD)
    @Cancellable(false)
    @Allowed(
            scope = WRITE,
            roles = {
                Roles.DISTRICT_ADMIN,
                Roles.COORDINATOR,
                Roles.COUNSELOR,
                Roles.EDUCATOR,
                Roles.GUARDIAN,
                Roles.STUDENT
            })
    @Operation(
            operationId = "markNotificationRead",
            summary = "Mark a notification as read",
            description = "Needs no If-Match: a second time changes nothing.")
    @APIResponse(responseCode = "200", description = "Read, now or before.")
    @APIResponse(responseCode = "404", description = "There is no such notification for this caller (not-found).")
    public Uni<NotificationResponse> read(@PathParam("id") UUID id) {
        return inbox.read(caller.get(), id).map(this::response);
    }

    @POST
    @Path("/read-up-to")
    @Cancellable(false)
    @Allowed(
            scope = WRITE,
            roles = {
                Roles.DISTRICT_ADMIN,
                Roles.COORDINATOR,
                Roles.COUNSELOR,
                Roles.EDUCATOR,
                Roles.GUARDIAN,
                Roles.STUDENT
            })
    @Operation(
            operationId = "markNotificationsRead",
            summary = "Mark all notifications as read up to the one that was seen last",
            description = "What came in meanwhile stays unread.")
    @APIResponse(responseCode = "200", description = "How many are still unread.")
    public Uni<Unread> readUpTo(@NotNull @Valid UpTo request) {
        return inbox.readUpTo(caller.get(), request.sequence()).map(Unread::new);
    }
}
