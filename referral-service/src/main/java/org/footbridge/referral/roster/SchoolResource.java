package org.footbridge.referral.roster;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

@Path("/api/v1/schools")
@Tag(name = "Roster", description = "What the school system says, and the grants that it cannot make.")
class SchoolResource {
    private final RosterService roster;
    private final CurrentCaller caller;
    private final Cursors cursors;

    SchoolResource(RosterService roster, CurrentCaller caller, Cursors cursors) {
        this.roster = roster;
        this.caller = caller;
        this.cursors = cursors;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(
            scope = "roster:read",
            roles = {Roles.DISTRICT_ADMIN, Roles.DISTRICT_APP, Roles.COORDINATOR, Roles.COUNSELOR, Roles.EDUCATOR})
    @Operation(operationId = "listSchools", summary = "List the schools of the caller's district, by name")
    @APIResponse(responseCode = "200", description = "A page of the schools of today.")
    @APIResponse(responseCode = "400", description = "A parameter or the cursor is not valid (invalid-parameter).")
    public Uni<Page<SchoolItem>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        String list = "schools|" + caller.get().tenant();
        List<String> after = cursor == null ? List.of("", new UUID(0, 0).toString()) : cursors.decode(list, cursor);
        return roster.schools(caller.get(), after.get(0), UUID.fromString(after.get(1)), limit + 1)
                .map(found -> page(list, found, limit));
    }

    private Page<SchoolItem> page(String list, List<SchoolItem> found, int limit) {
        return cursors.page(
                list, found, limit, last -> List.of(last.name(), last.id().toString()));
    }
}
