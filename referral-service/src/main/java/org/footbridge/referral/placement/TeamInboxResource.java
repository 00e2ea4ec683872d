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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;

/** What the teams of a counselor's schools were asked for, as a list. */
@Path("/api/v1/team-placements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Help inside the school")
public class TeamInboxResource {
    private final CurrentCaller caller;
    private final InboxService inbox;
    private final Cursors cursors;

    TeamInboxResource(CurrentCaller caller, InboxService inbox, Cursors cursors) {
        this.caller = caller;
        this.inbox = inbox;
        this.cursors = cursors;
    }

    @GET
    @Allowed(scope = "referral:read", roles = Roles.COUNSELOR)
    @Operation(
            operationId = "listPlacementsInSchool",
            summary = "List the placements at the caller's schools' own teams, newest first")
    @APIResponse(responseCode = "200", description = "One page, of the schools where the caller is a counselor today.")
    public Uni<Page<TeamItem>> list(
            @BeanParam InboxParameters parameters,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        InboxQuery.Filter filter = parameters.filter();
        String identity =
                "team-placements|" + caller.get().tenant() + "|" + caller.get().subject() + "|" + filter.identity();
        InboxQuery.Position after = cursor == null ? null : InboxResource.position(cursors.decode(identity, cursor));
        return inbox.listInSchool(caller.get(), filter, after, limit).map(rows -> page(rows, limit, identity));
    }

    @GET
    @Path("counts")
    @Allowed(scope = "referral:read", roles = Roles.COUNSELOR)
    @Operation(
            operationId = "countPlacementsInSchool",
            summary = "Count the placements at the caller's schools' own teams by state",
            description = "Under the same filters as the list, up to 1000 of each state.")
    @APIResponse(responseCode = "200", description = "A count for each state; none for somebody who is no counselor.")
    public Uni<InboxCounts> counts(@BeanParam InboxParameters parameters) {
        return inbox.countInSchool(caller.get(), parameters.filter());
    }

    private Page<TeamItem> page(List<Placement> rows, int limit, String identity) {
        return cursors.page(identity, rows, limit, InboxResource::position, TeamItem::of);
    }
}
