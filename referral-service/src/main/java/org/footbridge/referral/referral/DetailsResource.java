package org.footbridge.referral.referral;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What the form did not say when it was submitted. */
@Path("/api/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals")
public class DetailsResource {
    private final CurrentCaller caller;
    private final DetailsService details;

    DetailsResource(CurrentCaller caller, DetailsService details) {
        this.caller = caller;
        this.details = details;
    }

    @POST
    @Path("{id}/add-details")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(
            operationId = "addReferralDetails",
            summary = "Add what the form did not say",
            description =
                    "By the referrer or a coordinator until the referral ends: above all where and what of a crisis. 422 already-there for what the form says.")
    @APIResponse(
            responseCode = "200",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Uni<Response> add(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DetailsRequest request) {
        return details.add(caller.get(), id, Version.expected(ifMatch), request).map(ReferralAnswers::answer);
    }
}
