package org.footbridge.referral.referral;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
import org.footbridge.common.web.paging.Cursors;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Many referrals to another coordinator. */
@Path("/api/v1/referrals/reassign")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Desks")
public class ReassignResource {
    private final CurrentCaller caller;
    private final ReassignService reassignments;
    private final IdempotencyKeys keys;
    private final Cursors cursors;

    ReassignResource(CurrentCaller caller, ReassignService reassignments, IdempotencyKeys keys, Cursors cursors) {
        this.caller = caller;
        this.reassignments = reassignments;
        this.keys = keys;
        this.cursors = cursors;
    }

    @POST
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "reassignReferrals",
            summary = "Hand many referrals to another coordinator",
            description = "Those of ids, or page by page all open ones of from. Each is authorised by itself.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each.",
            content = @Content(schema = @Schema(implementation = ReassignResponse.class)))
    public Uni<Response> reassign(@NotNull @Valid ReassignRequest request) {
        String identity = "reassign|" + caller.get().tenant() + "|" + request.from() + "|" + request.to();
        UUID after = request.cursor() == null
                ? null
                : UUID.fromString(cursors.decode(identity, request.cursor()).getFirst());
        return keys.once(
                request,
                () -> reassignments.reassign(caller.get(), request, after).map(done -> Response.ok(new ReassignResponse(
                                done.items(),
                                done.rest() == null
                                        ? null
                                        : cursors.encode(
                                                identity, List.of(done.rest().toString()))))
                        .build()));
    }
}
