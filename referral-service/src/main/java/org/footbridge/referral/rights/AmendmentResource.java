package org.footbridge.referral.rights;

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
import org.jboss.resteasy.reactive.server.Cancellable;

/** Requests to set a student's records right. */
@Path("/api/v1/students/{studentId}/amendment-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Rights")
public class AmendmentResource {
    private final CurrentCaller caller;
    private final AmendmentService amendments;
    private final IdempotencyKeys keys;
    private final Cursors cursors;

    AmendmentResource(CurrentCaller caller, AmendmentService amendments, IdempotencyKeys keys, Cursors cursors) {
        this.caller = caller;
        this.amendments = amendments;
        this.keys = keys;
        this.cursors = cursors;
    }

    @POST
    @Cancellable(false)
    @Allowed(
            scope = "consent:write",
            roles = {Roles.COORDINATOR, Roles.GUARDIAN, Roles.STUDENT})
    @Operation(operationId = "requestAmendment", summary = "Ask to set a record right")
    @APIResponse(
            responseCode = "201",
            description = "Open.",
            content = @Content(schema = @Schema(implementation = AmendmentResponse.class)))
    public Uni<Response> ask(@PathParam("studentId") UUID studentId, @NotNull @Valid NewAmendment wanted) {
        return keys.once(
                wanted, () -> amendments.ask(caller.get(), studentId, wanted).map(request -> Response.created(
                                URI.create("/api/v1/students/" + studentId + "/amendment-requests/" + request.id()))
                        .entity(request.toResponse())
                        .tag(Version.tag(request.version()))
                        .build()));
    }

    @GET
    @Allowed(
            scope = "consent:read",
            roles = {Roles.COORDINATOR, Roles.GUARDIAN, Roles.STUDENT})
    @Operation(operationId = "listAmendmentRequests", summary = "List the requests to set records right, newest first")
    @APIResponse(responseCode = "200", description = "One page.")
    public Uni<Page<AmendmentResponse>> list(
            @PathParam("studentId") UUID studentId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        String identity = "amendment-requests|" + caller.get().tenant() + "|" + studentId;
        UUID before = cursor == null
                ? null
                : UUID.fromString(cursors.decode(identity, cursor).getFirst());
        return amendments
                .list(caller.get(), studentId, before, limit + 1)
                .map(found -> cursors.page(
                        identity,
                        found.stream().map(Amendment::toResponse).toList(),
                        limit,
                        item -> List.of(item.id().toString())));
    }

    @GET
    @Path("{id}")
    @Allowed(
            scope = "consent:read",
            roles = {Roles.COORDINATOR, Roles.GUARDIAN, Roles.STUDENT})
    @Operation(operationId = "getAmendmentRequest", summary = "Read a request to set a record right")
    @APIResponse(
            responseCode = "200",
            description = "The request.",
            content = @Content(schema = @Schema(implementation = AmendmentResponse.class)))
    public Uni<Response> get(@PathParam("studentId") UUID studentId, @PathParam("id") UUID id) {
        return amendments.read(caller.get(), studentId, id).map(AmendmentResource::answer);
    }

    @POST
    @Path("{id}/decide")
    @Cancellable(false)
    @Allowed(scope = "consent:write", roles = Roles.COORDINATOR)
    @Operation(operationId = "decideAmendment", summary = "Decide whether a record is set right")
    @APIResponse(
            responseCode = "200",
            description = "Decided. After a refusal the family may put a statement to the record.",
            content = @Content(schema = @Schema(implementation = AmendmentResponse.class)))
    public Uni<Response> decide(
            @PathParam("studentId") UUID studentId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AmendmentDecision decision) {
        return amendments
                .decide(caller.get(), studentId, id, Version.expected(ifMatch), decision)
                .map(AmendmentResource::answer);
    }

    @POST
    @Path("{id}/statement")
    @Cancellable(false)
    @Allowed(
            scope = "consent:write",
            roles = {Roles.COORDINATOR, Roles.GUARDIAN, Roles.STUDENT})
    @Operation(
            operationId = "attachStatement",
            summary = "Put a statement to a record that was not set right",
            description = "It goes with everything that is disclosed of the record from then on.")
    @APIResponse(
            responseCode = "200",
            description = "Attached.",
            content = @Content(schema = @Schema(implementation = AmendmentResponse.class)))
    public Uni<Response> state(
            @PathParam("studentId") UUID studentId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AmendmentStatement statement) {
        return amendments
                .state(caller.get(), studentId, id, Version.expected(ifMatch), statement)
                .map(AmendmentResource::answer);
    }

    private static Response answer(Amendment request) {
        return Response.ok(request.toResponse())
                .tag(Version.tag(request.version()))
                .build();
    }
}
