package org.footbridge.referral.concern;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
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
import org.footbridge.common.web.paging.Page;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The codes of the posters, for the coordinators of the schools. */
@Path("/api/v1/concerns/codes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Concerns")
public class ConcernCodeResource {
    private final CurrentCaller caller;
    private final ConcernCodeService codes;
    private final IdempotencyKeys keys;
    private final Cursors cursors;

    ConcernCodeResource(CurrentCaller caller, ConcernCodeService codes, IdempotencyKeys keys, Cursors cursors) {
        this.caller = caller;
        this.codes = codes;
        this.keys = keys;
        this.cursors = cursors;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(operationId = "makeConcernCode", summary = "Make a code for a school's poster")
    @APIResponse(
            responseCode = "201",
            description = "Whoever has it may leave a concern.",
            content = @Content(schema = @Schema(implementation = ConcernCode.class)))
    public Uni<Response> make(@NotNull @Valid NewConcernCode wanted) {
        return keys.once(wanted, () -> codes.make(caller.get(), wanted.schoolId())
                .map(code -> Response.created(URI.create("/api/v1/concerns/codes/" + code.code()))
                        .entity(code)
                        .build()));
    }

    @GET
    @Allowed(scope = "referral:read", roles = Roles.COORDINATOR)
    @Operation(operationId = "listConcernCodes", summary = "List the codes of the caller's schools")
    @APIResponse(responseCode = "200", description = "One page.")
    public Uni<Page<ConcernCode>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        String identity =
                "concern-codes|" + caller.get().tenant() + "|" + caller.get().subject();
        String after = cursor == null ? "" : cursors.decode(identity, cursor).getFirst();
        return codes.list(caller.get(), after, limit + 1).map(found -> page(found, limit, identity));
    }

    @DELETE
    @Path("{code}")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(operationId = "withdrawConcernCode", summary = "Take a code back", description = "It ends at once.")
    @APIResponse(responseCode = "204", description = "Nobody can leave a concern with it any more.")
    public Uni<Void> withdraw(@PathParam("code") @Size(max = 20) String code) {
        return codes.withdraw(caller.get(), code);
    }

    private Page<ConcernCode> page(List<ConcernCode> found, int limit, String identity) {
        return cursors.page(identity, found, limit, last -> List.of(last.code()));
    }
}
