package org.footbridge.referral.recipients;

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

/** For notification-service alone; the gateway does not route it. */
@Path("/internal/v1/recipients")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Internal", description = "Between the services only.")
public class RecipientResource {
    private final CurrentCaller caller;
    private final RecipientService recipients;

    RecipientResource(CurrentCaller caller, RecipientService recipients) {
        this.caller = caller;
        this.recipients = recipients;
    }

    @POST
    @Path("resolve")
    @Cancellable(false)
    @Allowed(scope = "internal:recipients", roles = Roles.INTERNAL_SERVICE)
    @Operation(operationId = "resolveRecipients", summary = "Ask who may be told of an event right now")
    @APIResponse(responseCode = "404", description = "There is no such referral or placement (not-found).")
    @APIResponse(
            responseCode = "200",
            description = "Everybody concerned, told or not and why, and the school's contact.")
    public Uni<ResolveResponse> resolve(@NotNull @Valid ResolveRequest request) {
        return recipients.resolve(caller.get(), request);
    }
}
