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

/** Ends of a referral that no agency serves. */
@Path("/api/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals")
public class ClosingResource {
    private final CurrentCaller caller;
    private final ClosingService closing;

    ClosingResource(CurrentCaller caller, ClosingService closing) {
        this.caller = caller;
        this.closing = closing;
    }

    @POST
    @Path("{id}/close")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "closeReferral",
            summary = "Close a referral that nobody will serve",
            description =
                    "Ends as CLOSED_NOT_SERVED with the code as outcome. A CRISIS needs a text whatever the code, and is never closed but here.")
    @APIResponse(
            responseCode = "200",
            description = "Closed.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Uni<Response> close(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CloseRequest request) {
        return closing.close(caller.get(), id, Version.expected(ifMatch), request)
                .map(ReferralAnswers::answer);
    }

    @POST
    @Path("{id}/transfer-out")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "transferReferralOut",
            summary = "End a referral whose student has left the district",
            description = "Ends as TRANSFERRED_OUT. Nothing is sent to the other district.")
    @APIResponse(
            responseCode = "200",
            description = "Transferred out.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Uni<Response> transferOut(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid NoteRequest request) {
        return closing.transferOut(caller.get(), id, Version.expected(ifMatch), request)
                .map(ReferralAnswers::answer);
    }
}
