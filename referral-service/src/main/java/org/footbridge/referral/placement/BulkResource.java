package org.footbridge.referral.placement;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Many steps of an agency in one request. */
@Path("/api/v1/placements/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Placements")
public class BulkResource {
    private final CurrentCaller caller;
    private final BulkService bulk;

    BulkResource(CurrentCaller caller, BulkService bulk) {
        this.caller = caller;
        this.bulk = bulk;
    }

    @POST
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "stepPlacements",
            summary = "Take steps on many placements",
            description =
                    "Each item is done or refused by itself. Repeating a request is safe: what was done has another"
                            + " version and is refused as stale.")
    @APIResponse(responseCode = "200", description = "A result for each item, also where all were refused.")
    public Uni<BulkResponse> all(@NotNull @Valid BulkRequest request) {
        return bulk.all(caller.get(), request);
    }
}
