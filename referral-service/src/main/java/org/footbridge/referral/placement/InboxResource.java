package org.footbridge.referral.placement;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;

/** What an agency was sent, as a list. */
@Path("/api/v1/placements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Placements")
public class InboxResource {
    private final CurrentCaller caller;
    private final InboxService inbox;
    private final Cursors cursors;

    InboxResource(CurrentCaller caller, InboxService inbox, Cursors cursors) {
        this.caller = caller;
        this.inbox = inbox;
        this.cursors = cursors;
    }

    @GET
    @Allowed(
            scope = "referral:read",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(operationId = "listPlacements", summary = "List the agency's placements, newest first")
    @APIResponse(responseCode = "200", description = "One page, of all districts.")
    public Uni<Page<PlacementItem>> list(
            @BeanParam InboxParameters parameters,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        InboxQuery.Filter filter = parameters.filter();
        String identity = "placements|" + caller.get().agency() + "|" + filter.identity();
        InboxQuery.Position after = cursor == null ? null : position(cursors.decode(identity, cursor));
        return inbox.list(caller.get(), filter, after, limit).map(rows -> page(rows, limit, identity));
    }

    @GET
    @Path("counts")
    @Allowed(
            scope = "referral:read",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "countPlacements",
            summary = "Count the agency's placements by state",
            description = "Under the same filters as the list, up to 1000 of each state.")
    @APIResponse(responseCode = "200", description = "A count for each state.")
    public Uni<InboxCounts> counts(@BeanParam InboxParameters parameters) {
        return inbox.counts(caller.get(), parameters.filter());
    }

    private Page<PlacementItem> page(List<Placement> rows, int limit, String identity) {
        return cursors.page(identity, rows, limit, InboxResource::position, PlacementItem::of);
    }

    static List<String> position(Placement last) {
        return List.of(last.times().sentAt().toString(), last.id().toString());
    }

    static InboxQuery.Position position(List<String> sortKey) {
        return new InboxQuery.Position(Instant.parse(sortKey.get(0)), UUID.fromString(sortKey.get(1)));
    }
}
