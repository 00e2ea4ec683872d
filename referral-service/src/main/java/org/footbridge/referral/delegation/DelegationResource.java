package org.footbridge.referral.delegation;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.referral.delegation.DelegationService.Known;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Stand-ins for coordinators. */
@Path("/api/v1/delegations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Delegations", description = "Who acts for a coordinator who is away. What is done so carries DELEGATE.")
class DelegationResource {
    private static final UUID NEWEST = new UUID(-1, -1);

    private final CurrentCaller caller;
    private final DelegationService delegations;
    private final IdempotencyKeys keys;
    private final Cursors cursors;

    DelegationResource(CurrentCaller caller, DelegationService delegations, IdempotencyKeys keys, Cursors cursors) {
        this.caller = caller;
        this.delegations = delegations;
        this.keys = keys;
        this.cursors = cursors;
    }

    @POST
    @Cancellable(false)
    @Allowed(
            scope = "roster:write",
            roles = {Roles.COORDINATOR, Roles.DISTRICT_ADMIN})
    @Operation(
            operationId = "delegate",
            summary = "Let somebody stand in for a coordinator",
            description = "By the coordinator, or by a district administrator for one. It ends by itself.")
    @APIResponse(
            responseCode = "201",
            description = "It holds from its first day.",
            content = @Content(schema = @Schema(implementation = DelegationResponse.class)))
    public Uni<Response> give(@NotNull @Valid NewDelegation wanted) {
        return keys.once(wanted, () -> delegations.give(caller.get(), wanted).map(known -> Response.created(
                        URI.create("/api/v1/delegations/" + known.delegation().id()))
                .entity(known.response())
                .tag(Version.tag(known.delegation().version()))
                .build()));
    }

    @GET
    @Allowed(
            scope = "roster:read",
            roles = {Roles.COORDINATOR, Roles.DISTRICT_ADMIN})
    @Operation(
            operationId = "listDelegations",
            summary = "List delegations, newest first",
            description = "The district's for its administrator; those from or to the caller for everybody else.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Uni<Page<DelegationResponse>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        String identity =
                "delegations|" + caller.get().tenant() + "|" + caller.get().subject();
        UUID before = cursor == null
                ? NEWEST
                : UUID.fromString(cursors.decode(identity, cursor).getFirst());
        return delegations.list(caller.get(), before, limit + 1).map(found -> page(found, limit, identity));
    }

    @GET
    @Path("{id}")
    @Allowed(
            scope = "roster:read",
            roles = {Roles.COORDINATOR, Roles.DISTRICT_ADMIN})
    @Operation(operationId = "getDelegation", summary = "Read a delegation")
    @APIResponse(
            responseCode = "200",
            description = "The delegation.",
            content = @Content(schema = @Schema(implementation = DelegationResponse.class)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return delegations.read(caller.get(), id).map(DelegationResource::answer);
    }

    @POST
    @Path("{id}/revoke")
    @Consumes(MediaType.WILDCARD)
    @Cancellable(false)
    @Allowed(
            scope = "roster:write",
            roles = {Roles.COORDINATOR, Roles.DISTRICT_ADMIN})
    @Operation(
            operationId = "revokeDelegation",
            summary = "End a delegation at once",
            description = "By either of the two or by a district administrator. Without a body.")
    @APIResponse(
            responseCode = "200",
            description = "Ended.",
            content = @Content(schema = @Schema(implementation = DelegationResponse.class)))
    public Uni<Response> revoke(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return delegations.revoke(caller.get(), id, Version.expected(ifMatch)).map(DelegationResource::answer);
    }

    private Page<DelegationResponse> page(List<Known> found, int limit, String identity) {
        return cursors.page(
                identity, found, limit, last -> List.of(last.delegation().id().toString()), Known::response);
    }

    private static Response answer(Known known) {
        return Response.ok(known.response())
                .tag(Version.tag(known.delegation().version()))
                .build();
    }
}
