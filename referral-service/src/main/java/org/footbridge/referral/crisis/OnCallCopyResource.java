package org.footbridge.referral.crisis;

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
import org.footbridge.common.web.caller.Roles;
import org.jboss.resteasy.reactive.server.Cancellable;

/** For notification-service alone; the gateway does not route it. */
@Path("/internal/v1/on-call")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
public class OnCallCopyResource {
    private final OnCallCopyService copies;

    OnCallCopyResource(OnCallCopyService copies) {
        this.copies = copies;
    }

    @POST
    @Path("resolve")
    @Cancellable(false)
    @Allowed(scope = "internal:recipients", roles = Roles.INTERNAL_SERVICE)
    @Operation(
            operationId = "resolveOnCallContacts",
            summary = "Ask whom a school's crises are told",
            description = "May be kept, so that a crisis is told while this service is down.")
    @APIResponse(responseCode = "200", description = "The contacts level by level.")
    @APIResponse(responseCode = "404", description = "There is no such school in the district (not-found).")
    public Uni<OnCallCopyResponse> resolve(@NotNull @Valid OnCallCopyRequest request) {
        return copies.resolve(request.tenantId(), request.schoolId());
    }
}
