package org.footbridge.referral.crisis;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.jboss.resteasy.reactive.server.Cancellable;

/** A referral in crisis. */
@Path("/api/v1/referrals/{referralId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Crisis")
public class CrisisResource {
    private final CurrentCaller caller;
    private final CrisisService crises;

    CrisisResource(CurrentCaller caller, CrisisService crises) {
        this.caller = caller;
        this.crises = crises;
    }

    @GET
    @Path("crisis")
    @Allowed(
            scope = "referral:read",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(
            operationId = "getReferralCrisis",
            summary = "Ask whether somebody has a crisis in hand",
            description = "For the referrer, the school's coordinators and its on-call contacts.")
    @APIResponse(responseCode = "200", description = "How the crisis stands.")
    @APIResponse(responseCode = "404", description = "No such referral for this caller, or never a crisis (not-found).")
    public Uni<CrisisResponse> read(@PathParam("referralId") UUID referralId) {
        return crises.read(caller.get(), referralId);
    }

    @POST
    @Path("acknowledge-crisis")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(
            operationId = "acknowledgeCrisis",
            summary = "Say that you have a crisis in hand",
            description =
                    "For the school's coordinators and its on-call contacts. Ends the escalation. Needs no"
                            + " If-Match, so that nothing stands between a person and these words; a second one changes nothing.")
    @APIResponse(responseCode = "200", description = "Acknowledged, by the caller or by somebody before.")
    @APIResponse(responseCode = "403", description = "The referrer cannot acknowledge (forbidden).")
    @APIResponse(responseCode = "404", description = "No such referral for this caller, or never a crisis (not-found).")
    public Uni<CrisisResponse> acknowledge(@PathParam("referralId") UUID referralId) {
        return crises.acknowledge(caller.get(), referralId);
    }
}
