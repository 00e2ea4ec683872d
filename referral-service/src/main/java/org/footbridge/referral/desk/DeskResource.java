package org.footbridge.referral.desk;

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
import org.footbridge.referral.desk.DeskQuery.Position;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.ReferralItem;

/** The lists of referrals, for the school's side. */
@Path("/api/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desks", description = "The lists that the school's side works from.")
public class DeskResource {
    private final CurrentCaller caller;
    private final DeskService desks;
    private final Cursors cursors;

    DeskResource(CurrentCaller caller, DeskService desks, Cursors cursors) {
        this.caller = caller;
        this.desks = desks;
        this.cursors = cursors;
    }

    @GET
    @Allowed(
            scope = "referral:read",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(
            operationId = "listReferrals",
            summary = "List the referrals of a desk, newest first",
            description =
                    "Without a desk: all of the schools that the caller coordinates, and those that the caller made.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Uni<Page<ReferralItem>> list(
            @BeanParam DeskParameters parameters,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        DeskFilter filter = parameters.filter();
        String identity = "referrals|" + caller.get().tenant() + "|" + filter.identity();
        Position after = cursor == null ? null : position(cursors.decode(identity, cursor));
        return desks.list(caller.get(), filter, after, limit).map(listed -> page(listed, limit, identity));
    }

    @GET
    @Path("counts")
    @Allowed(
            scope = "referral:read",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(
            operationId = "countReferrals",
            summary = "Count the referrals of a desk by state",
            description = "Under the same filters as the list, up to 1000 of each state.")
    @APIResponse(responseCode = "200", description = "A count for each state of the desk.")
    public Uni<DeskCounts> counts(@BeanParam DeskParameters parameters) {
        return desks.counts(caller.get(), parameters.filter());
    }

    private Page<ReferralItem> page(DeskService.Listed listed, int limit, String identity) {
        return cursors.page(
                identity,
                listed.page(),
                limit,
                DeskResource::position,
                referral -> ReferralItem.of(referral, listed.who(), listed.told()));
    }

    private static List<String> position(Referral last) {
        return List.of(last.milestones().submittedAt().toString(), last.id().toString());
    }

    private static Position position(List<String> sortKey) {
        return new Position(Instant.parse(sortKey.get(0)), UUID.fromString(sortKey.get(1)));
    }
}
