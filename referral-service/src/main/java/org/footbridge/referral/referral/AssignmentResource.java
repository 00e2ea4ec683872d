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

    @POST
    @Path("{id}/move-to-school")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "moveReferralToSchool",
            summary = "Send a referral after its student to another school of the district",
            description =
                    "Nothing is entered again; the new school's coordinators find it among those that nobody owns. What an agency has goes on."
                            + " 422 names schoolId for a school that the student does not attend today; 409 while the old school's own team has it.")
    @APIResponse(
            responseCode = "200",
            description = "Moved; shown as far as the caller may still see it.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Uni<Response> move(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid MoveRequest request) {
        return assignments
                .move(caller.get(), id, Version.expected(ifMatch), request.schoolId())
                .map(ReferralAnswers::answer);
    }
}
