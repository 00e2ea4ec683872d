package org.footbridge.notification.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.footbridge.common.web.problem.ProblemDocument;
import org.footbridge.notification.endpoint.OwnerCaller;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What was sent to an endpoint, what came of it, and sending it again. */
@Path("/api/v1/webhooks/endpoints/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhook deliveries", description = "What was sent to an endpoint and what came of it.")
@APIResponse(
        responseCode = "default",
        description = "A problem; see its type.",
        content =
                @Content(
                        mediaType = ProblemDocument.MEDIA_TYPE,
                        schema = @Schema(implementation = ProblemDocument.class)))
public class DeliveryResource {
    private static final String SCOPE = "webhook:manage";

    private final DeliveryService deliveries;
    private final OwnerCaller caller;
    private final IdempotencyKeys keys;
    private final Cursors cursors;

    public DeliveryResource(DeliveryService deliveries, OwnerCaller caller, IdempotencyKeys keys, Cursors cursors) {
        this.deliveries = deliveries;
        this.caller = caller;
        this.keys = keys;
        this.cursors = cursors;
    }

    @POST
    @Path("/ping")
    @Allowed(
            scope = SCOPE,
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_APP, Roles.DISTRICT_APP})
    @Cancellable(false)
    @Operation(
            operationId = "pingWebhookEndpoint",
            summary = "Send a test message, signed and recorded like every other delivery")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key gives the first answer again, for 24 hours.",
            schema = @Schema(implementation = String.class, maxLength = 255))
    @APIResponse(
            responseCode = "202",
            description = "On its way; the list of deliveries tells what came of it.",
            content = @Content(schema = @Schema(implementation = DeliveryResponse.class)))
    public Uni<Response> ping(@PathParam("id") UUID id) {
        return keys.once(null, () -> deliveries.ping(caller.owner(), id).map(DeliveryResource::accepted));
    }

    @GET
    @Path("/deliveries")
    @Allowed(
            scope = SCOPE,
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_APP, Roles.DISTRICT_APP})
    @Operation(operationId = "listWebhookDeliveries", summary = "List deliveries with their attempts, newest first")
    @APIResponse(responseCode = "200", description = "One page of deliveries.")
    public Uni<Page<DeliveryResponse>> list(
            @PathParam("id") UUID id,
            @QueryParam("state") DeliveryState state,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Schema(maxLength = 500) String cursor) {
        String identity = "webhook-deliveries/" + caller.id() + "/" + id + "/" + state;
        UUID before = cursor == null
                ? null
                : UUID.fromString(cursors.decode(identity, cursor).getFirst());
        return deliveries.list(caller.id(), id, state, before, limit + 1).map(found -> page(found, limit, identity));
    }

    private Page<DeliveryResponse> page(List<DeliveryService.Tried> found, int limit, String identity) {
        return cursors.page(
                identity,
                found,
                limit,
                last -> List.of(last.delivery().id().toString()),
                tried -> DeliveryResponse.from(tried.delivery(), tried.attempts()));
    }

    @POST
    @Path("/deliveries/{deliveryId}/resend")
    @Allowed(
            scope = SCOPE,
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_APP, Roles.DISTRICT_APP})
    @Cancellable(false)
    @Operation(
            operationId = "resendWebhookDelivery",
            summary = "Send a finished delivery again, with the same webhook-id and body")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key gives the first answer again, for 24 hours.",
            schema = @Schema(implementation = String.class, maxLength = 255))
    @APIResponse(
            responseCode = "202",
            description = "On its way again.",
            content = @Content(schema = @Schema(implementation = DeliveryResponse.class)))
    public Uni<Response> resend(@PathParam("id") UUID id, @PathParam("deliveryId") UUID deliveryId) {
        return keys.once(
                null, () -> deliveries.resend(caller.id(), id, deliveryId).map(DeliveryResource::accepted));
    }

    private static Response accepted(Delivery delivery) {
        return Response.accepted(DeliveryResponse.from(delivery, List.of())).build();
    }
}
