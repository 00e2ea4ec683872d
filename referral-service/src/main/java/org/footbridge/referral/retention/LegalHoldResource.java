package org.footbridge.referral.retention;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Legal holds. */
@Path("/api/v1/students/{studentId}/legal-holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
public class LegalHoldResource {
    private final CurrentCaller caller;
    private final LegalHoldService holds;
    private final IdempotencyKeys keys;

    LegalHoldResource(CurrentCaller caller, LegalHoldService holds, IdempotencyKeys keys) {
        this.caller = caller;
        this.holds = holds;
        this.keys = keys;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Allowed(scope = "roster:write", roles = Roles.DISTRICT_ADMIN)
    @Operation(operationId = "placeLegalHold", summary = "Let nothing of a student be destroyed")
    @APIResponse(
            responseCode = "201",
            description = "It holds until it is lifted.",
            content = @Content(schema = @Schema(implementation = LegalHoldResponse.class)))
    public Uni<Response> place(@PathParam("studentId") UUID studentId, @NotNull @Valid NewLegalHold wanted) {
        return keys.once(wanted, () -> holds.place(caller.get(), studentId, wanted)
                .map(hold -> Response.created(URI.create("/api/v1/students/" + studentId + "/legal-holds/" + hold.id()))
                        .entity(hold.toResponse())
                        .tag(Version.tag(hold.version()))
                        .build()));
    }

    @GET
    @Allowed(scope = "roster:read", roles = Roles.DISTRICT_ADMIN)
    @Operation(operationId = "listLegalHolds", summary = "List the legal holds of a student, newest first")
    @APIResponse(responseCode = "200", description = "All of them; a student has few.")
    public Uni<Page<LegalHoldResponse>> list(@PathParam("studentId") UUID studentId) {
        return holds.list(caller.get(), studentId)
                .map(found ->
                        new Page<>(found.stream().map(LegalHold::toResponse).toList(), null));
    }

    @POST
    @Path("{id}/lift")
    @Cancellable(false)
    @Allowed(scope = "roster:write", roles = Roles.DISTRICT_ADMIN)
    @Operation(operationId = "liftLegalHold", summary = "Lift a legal hold", description = "Without a body.")
    @APIResponse(
            responseCode = "200",
            description = "Lifted.",
            content = @Content(schema = @Schema(implementation = LegalHoldResponse.class)))
    public Uni<Response> lift(
            @PathParam("studentId") UUID studentId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return holds.lift(caller.get(), studentId, id, Version.expected(ifMatch))
                .map(hold -> Response.ok(hold.toResponse())
                        .tag(Version.tag(hold.version()))
                        .build());
    }
}
