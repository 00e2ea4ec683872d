package org.footbridge.referral.servicelevel;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Page;

/** The clocks of a referral. */
@Path("/api/v1/referrals/{referralId}/clocks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service levels")
public class ClockResource {
    private final CurrentCaller caller;
    private final ClockService clocks;

    ClockResource(CurrentCaller caller, ClockService clocks) {
        this.caller = caller;
        this.clocks = clocks;
    }

    @GET
    @Allowed(
            scope = "referral:read",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(
            operationId = "listReferralClocks",
            summary = "Ask when the steps of a referral are due",
            description = "Counted in the district's zone and calendar, for the urgency of now. A step that waits for"
                    + " information or for the family pauses its clock, for 14 days at most; a crisis never pauses.")
    @APIResponse(responseCode = "200", description = "The clocks that have begun, in the order of the steps.")
    public Uni<Page<ServiceClock>> list(@PathParam("referralId") UUID referralId) {
        return clocks.read(caller.get(), referralId).map(all -> new Page<>(all, null));
    }
}
