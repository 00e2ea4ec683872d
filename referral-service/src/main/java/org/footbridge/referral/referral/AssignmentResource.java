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

/** Who coordinates a referral. */
@Path("/api/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals")
public class AssignmentResource {
    private final CurrentCaller caller;
    private final AssignmentService assignments;

    AssignmentResource(CurrentCaller caller, AssignmentService assignments) {
        this.caller = caller;
        this.assignments = assignments;
    }

    @POST
    @Path("{id}/assign")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "assignReferral",
            summary = "Hand a referral to another coordinator",
            description = "To somebody who coordinates at its school today. 422 names personId for everybody else.")
    @APIResponse(
            responseCode = "200",
            description = "Handed over.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Uni<Response> assign(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AssignRequest request) {
        return assignments
                .assign(caller.get(), id, Version.expected(ifMatch), request.personId())
                .map(ReferralAnswers::answer);
    }
}
