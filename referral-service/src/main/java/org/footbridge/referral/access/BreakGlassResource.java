package org.footbridge.referral.access;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Reading in need. */
@Path("/api/v1/referrals/{id}/break-glass")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals")
public class BreakGlassResource {
    private final CurrentCaller caller;
    private final BreakGlassService glass;
    private final IdempotencyKeys keys;

    BreakGlassResource(CurrentCaller caller, BreakGlassService glass, IdempotencyKeys keys) {
        this.caller = caller;
        this.glass = glass;
        this.keys = keys;
    }

    @POST
    @Cancellable(false)
    @Allowed(
            scope = "referral:read",
            roles = {Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(
            operationId = "openBreakGlass",
            summary = "Read a referral without a relation to it, for three hours",
            description =
                    "With a reason. Each read is in the access log, and the school's coordinators are told at once."
                            + " Opens the referral, its history, how its crisis stands and whom to call; no messages, files or"
                            + " consents. Reading only. 409 for somebody who may read it anyway.")
    @APIResponse(
            responseCode = "201",
            description = "The referral, its history, its crisis and whom to call may be read.",
            content = @Content(schema = @Schema(implementation = BreakGlassResponse.class)))
    public Uni<Response> open(@PathParam("id") UUID id, @NotNull @Valid BreakGlassRequest request) {
        return keys.once(request, () -> glass.open(caller.get(), id, request)
                .map(opened -> Response.created(URI.create("/api/v1/referrals/" + id))
                        .entity(opened)
                        .build()));
    }
}
