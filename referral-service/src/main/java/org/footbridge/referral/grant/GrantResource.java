package org.footbridge.referral.grant;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/v1/roster/grants")
@Tag(name = "Roster", description = "What the school system says, and the grants that it cannot make.")
class GrantResource {
    private static final UUID FIRST = new UUID(0, 0);

    private final GrantService grants;
    private final CurrentCaller caller;
    private final IdempotencyKeys keys;
    private final Cursors cursors;

    GrantResource(GrantService grants, CurrentCaller caller, IdempotencyKeys keys, Cursors cursors) {
        this.grants = grants;
        this.caller = caller;
        this.keys = keys;
        this.cursors = cursors;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Allowed(scope = "roster:write", roles = Roles.DISTRICT_ADMIN)
    @Operation(operationId = "giveRole", summary = "Make a member of staff coordinator or district administrator")
    @APIResponseSchema(value = GrantResponse.class, responseCode = "201", responseDescription = "The grant.")
    @APIResponse(responseCode = "409", description = "The person has this role there already (already-exists).")
    public Uni<Response> give(@NotNull @Valid NewGrant body) {
        return keys.once(body, () -> grants.give(caller.get(), body)
                .map(grant -> Response.created(URI.create("/api/v1/roster/grants/" + grant.id()))
                        .entity(grant)
                        .build()));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(scope = "roster:read", roles = Roles.DISTRICT_ADMIN)
    @Operation(operationId = "listGrants", summary = "List the district's grants, oldest first")
    @APIResponse(responseCode = "200", description = "A page of grants.")
    public Uni<Page<GrantResponse>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        UUID tenant = caller.get().tenant();
        String list = "grants|" + tenant;
        UUID after = cursor == null
                ? FIRST
                : UUID.fromString(cursors.decode(list, cursor).getFirst());
        return grants.page(tenant, after, limit + 1).map(found -> page(list, found, limit));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(scope = "roster:read", roles = Roles.DISTRICT_ADMIN)
    @Operation(operationId = "getGrant", summary = "Read a grant")
    @APIResponse(responseCode = "200", description = "The grant.")
    @APIResponse(responseCode = "404", description = "There is no such grant for this caller (not-found).")
    public Uni<GrantResponse> read(@PathParam("id") UUID id) {
        return grants.get(caller.get().tenant(), id);
    }

    @DELETE
    @Path("/{id}")
    @Cancellable(false)
    @Allowed(scope = "roster:write", roles = Roles.DISTRICT_ADMIN)
    @Operation(operationId = "takeRole", summary = "Take a grant back", description = "It takes effect at once.")
    @APIResponse(responseCode = "204", description = "The grant is gone.")
    @APIResponse(responseCode = "404", description = "There is no such grant for this caller (not-found).")
    public Uni<Void> take(@PathParam("id") UUID id) {
        return grants.take(caller.get().tenant(), id);
    }

    private Page<GrantResponse> page(String list, List<GrantResponse> found, int limit) {
        return cursors.page(list, found, limit, last -> List.of(last.id().toString()));
    }
}
