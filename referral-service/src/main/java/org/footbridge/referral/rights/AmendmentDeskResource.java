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

/** The requests to set records right that wait at the caller's schools: the law wants them decided in a reasonable time. */
@Path("/api/v1/amendment-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights")
public class AmendmentDeskResource {
    private final CurrentCaller caller;
    private final AmendmentService amendments;
    private final Cursors cursors;

    AmendmentDeskResource(CurrentCaller caller, AmendmentService amendments, Cursors cursors) {
        this.caller = caller;
        this.amendments = amendments;
        this.cursors = cursors;
    }

    @GET
    @Allowed(scope = "consent:read", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "listOpenAmendmentRequests",
            summary = "List the open requests to set records right, oldest first",
            description = "Of the students of the schools that the caller coordinates today.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Uni<Page<OpenAmendment>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        String identity = "open-amendment-requests|" + caller.get().tenant();
        UUID after = cursor == null
                ? new UUID(0, 0)
                : UUID.fromString(cursors.decode(identity, cursor).getFirst());
        return amendments
                .open(caller.get(), after, limit + 1)
                .map(found -> cursors.page(
                        identity, found, limit, item -> List.of(item.id().toString())));
    }
}
