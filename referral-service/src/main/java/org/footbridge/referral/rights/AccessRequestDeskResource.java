package org.footbridge.referral.rights;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
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

/** The requests to see records that wait at the caller's schools: the law gives them 45 days. */
@Path("/api/v1/access-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights")
public class AccessRequestDeskResource {
    private final CurrentCaller caller;
    private final AccessRequestService requests;
    private final Cursors cursors;

    AccessRequestDeskResource(CurrentCaller caller, AccessRequestService requests, Cursors cursors) {
        this.caller = caller;
        this.requests = requests;
        this.cursors = cursors;
    }

    @GET
    @Allowed(scope = "consent:read", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "listOpenAccessRequests",
            summary = "List the open requests to see records, soonest due first",
            description = "Of the students of the schools that the caller coordinates today.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Uni<Page<DueRequest>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        String identity = "open-access-requests|" + caller.get().tenant();
        List<String> after = cursor == null ? null : cursors.decode(identity, cursor);
        LocalDate due = after == null ? LocalDate.EPOCH : LocalDate.parse(after.get(0));
        UUID id = after == null ? new UUID(0, 0) : UUID.fromString(after.get(1));
        return requests.open(caller.get(), due, id, limit + 1)
                .map(found -> cursors.page(
                        identity,
                        found,
                        limit,
                        item -> List.of(item.dueOn().toString(), item.id().toString())));
    }
}
