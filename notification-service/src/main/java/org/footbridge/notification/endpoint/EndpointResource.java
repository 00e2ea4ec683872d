package org.footbridge.notification.endpoint;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.common.web.problem.ProblemDocument;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The webhook endpoints of an agency or of a district's app. */
@Path("/api/v1/webhooks/endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Webhook endpoints",
        description = "Where an agency hears of its placements, and a district's app of its referrals.")
@APIResponse(
        responseCode = "default",
        description = "A problem; see its type.",
        content =
                @Content(
                        mediaType = ProblemDocument.MEDIA_TYPE,
                        schema = @Schema(implementation = ProblemDocument.class)))
public class EndpointResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String SCOPE = "webhook:manage";

    private final EndpointService endpoints;
    private final OwnerCaller caller;
    private final IdempotencyKeys keys;
    private final Cursors cursors;

    public EndpointResource(EndpointService endpoints, OwnerCaller caller, IdempotencyKeys keys, Cursors cursors) {
        this.endpoints = endpoints;
        this.caller = caller;
        this.keys = keys;
        this.cursors = cursors;
    }

    @POST
    @Allowed(
            scope = SCOPE,
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_APP, Roles.DISTRICT_APP})
    @Cancellable(false)
    @Operation(
            operationId = "createWebhookEndpoint",
            summary = "Register an endpoint; the answer shows its signing secret once")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and body give the first answer again, for 24 hours.",
            schema = @Schema(implementation = String.class, maxLength = 255))
    @APIResponse(
            responseCode = "201",
            description = "Registered.",
            content = @Content(schema = @Schema(implementation = EndpointCreatedResponse.class)))
    public Uni<Response> create(@NotNull @Valid CreateEndpointRequest request) {
        return keys.once(
                request, () -> endpoints.register(caller.owner(), request).map(registered -> Response.created(
                                URI.create("/api/v1/webhooks/endpoints/"
                                        + registered.endpoint().id()))
                        .tag(Version.tag(registered.endpoint().version()))
                        .entity(EndpointCreatedResponse.of(registered.endpoint(), registered.secret()))
                        .build()));
    }

    @GET
    @Allowed(
            scope = SCOPE,
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_APP, Roles.DISTRICT_APP})
    @Operation(operationId = "listWebhookEndpoints", summary = "List the caller's endpoints in the order of creation")
    @APIResponse(responseCode = "200", description = "One page of endpoints.")
    public Uni<Page<EndpointResponse>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Schema(maxLength = 500) String cursor) {
        UUID owner = caller.id();
        String identity = "webhook-endpoints/" + owner;
        UUID after = cursor == null
                ? null
                : UUID.fromString(cursors.decode(identity, cursor).getFirst());
        return endpoints.list(owner, after, limit + 1).map(found -> page(found, limit, identity));
    }

    private Page<EndpointResponse> page(List<Endpoint> found, int limit, String identity) {
        return cursors.page(identity, found, limit, last -> List.of(last.id().toString()), EndpointResponse::from);
    }

    @GET
    @Path("/{id}")
    @Allowed(
            scope = SCOPE,
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_APP, Roles.DISTRICT_APP})
    @Operation(operationId = "getWebhookEndpoint", summary = "Read one endpoint")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint, without its secret.",
            content = @Content(schema = @Schema(implementation = EndpointResponse.class)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return endpoints.read(caller.id(), id).map(EndpointResource::shown);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Allowed(
            scope = SCOPE,
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_APP, Roles.DISTRICT_APP})
    @Cancellable(false)
    @Operation(
            operationId = "changeWebhookEndpoint",
            summary = "Change what an endpoint wants, or disable or enable it")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint after the change.",
            content = @Content(schema = @Schema(implementation = EndpointResponse.class)))
    public Uni<Response> change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Schema(maxLength = 40) String ifMatch,
            @NotNull @Valid ChangeEndpointRequest request) {
        return endpoints
                .change(caller.id(), id, Version.expected(ifMatch), request)
                .map(EndpointResource::shown);
    }

    @DELETE
    @Path("/{id}")
    @Allowed(
            scope = SCOPE,
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_APP, Roles.DISTRICT_APP})
    @Cancellable(false)
    @Operation(
            operationId = "deleteWebhookEndpoint",
            summary = "Remove an endpoint; nothing more is sent to it, not even what waits")
    @APIResponse(responseCode = "204", description = "Removed.")
    public Uni<Void> remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Schema(maxLength = 40) String ifMatch) {
        return endpoints.remove(caller.id(), id, Version.expected(ifMatch));
    }

    @POST
    @Path("/{id}/secret/rotate")
    @Consumes(MediaType.WILDCARD)
    @Allowed(
            scope = SCOPE,
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_APP, Roles.DISTRICT_APP})
    @Cancellable(false)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Replace the secret; for a while deliveries carry signatures of both")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and body give the first answer again, for 24 hours.",
            schema = @Schema(implementation = String.class, maxLength = 255))
    @APIResponse(
            responseCode = "200",
            description = "The new secret, shown this once.",
            content = @Content(schema = @Schema(implementation = SecretRotatedResponse.class)))
    public Uni<Response> rotate(
            @PathParam("id") UUID id,
            @QueryParam("overlapSeconds")
                    @Min(0)
                    @Max(604_800)
                    @Parameter(
                            description =
                                    "How long deliveries carry a signature of the old secret too; 24 hours where it"
                                            + " is left out, 0 for a secret that has leaked.")
                    Integer overlapSeconds,
            @QueryParam("signature")
                    @Pattern(regexp = SignatureScheme.NAMES)
                    @Parameter(
                            description =
                                    "`v1` or `v1a`: changes to that scheme; during the overlap deliveries carry both.")
                    String signature) {
        Rotation wanted = new Rotation(overlapSeconds, signature);
        return keys.once(wanted, () -> endpoints.rotate(caller.id(), id, wanted).map(rotated -> Response.ok(
                        SecretRotatedResponse.of(rotated.endpoint(), rotated.secret()))
                .tag(Version.tag(rotated.endpoint().version()))
                .build()));
    }

    private static Response shown(Endpoint endpoint) {
        return Response.ok(EndpointResponse.from(endpoint))
                .tag(Version.tag(endpoint.version()))
                .build();
    }
}
