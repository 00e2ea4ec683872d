package org.footbridge.referral.emergency;

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

/** Whom to call. */
@Path("/api/v1/referrals/{id}/emergency-contacts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Crisis")
public class EmergencyResource {
    private final CurrentCaller caller;
    private final EmergencyService emergencies;

    EmergencyResource(CurrentCaller caller, EmergencyService emergencies) {
        this.caller = caller;
        this.emergencies = emergencies;
    }

    @GET
    @Allowed(
            scope = "referral:read",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(
            operationId = "getEmergencyContacts",
            summary = "Read whom to call about a student in need, and whom not to",
            description =
                    "For the school's coordinators, its on-call contacts while a crisis is open, and whoever has broken the"
                            + " glass. Each read is in the access log. A guardian who must not be contacted is named without a number.")
    @APIResponse(
            responseCode = "200",
            description = "Guardians, the school, agencies that have the student now, crisis lines.")
    @APIResponse(responseCode = "403", description = "The referrer has no part in it (forbidden).")
    public Uni<EmergencyContacts> read(@PathParam("id") UUID id) {
        return emergencies.contacts(caller.get(), id);
    }
}
