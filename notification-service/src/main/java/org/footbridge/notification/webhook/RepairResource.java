package org.footbridge.notification.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.problem.ProblemDocument;
import org.footbridge.notification.endpoint.OwnerCaller;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Makes good what did not arrive, and takes content away. */
@Path("/api/v1/webhooks/endpoints/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Webhook deliveries")
@APIResponse(
        responseCode = "default",
        description = "A problem; see its type.",
        content =
                @Content(
                        mediaType = ProblemDocument.MEDIA_TYPE,
                        schema = @Schema(implementation = ProblemDocument.class)))
public class RepairResource {
    private static final String SCOPE = "webhook:manage";

    private final RepairService repair;
    private final StatisticsService statistics;
    private final OwnerCaller caller;
    private final CurrentCaller token;
    private final IdempotencyKeys keys;

    public RepairResource(
            RepairService repair,
            StatisticsService statistics,
            OwnerCaller caller,
            CurrentCaller token,
            IdempotencyKeys keys) {
        this.repair = repair;
        this.statistics = statistics;
        this.caller = caller;
        this.token = token;
        this.keys = keys;
    }

    @POST
    @Path("/recover")
    @Allowed(
            scope = SCOPE,
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_APP, Roles.DISTRICT_APP})
    @Cancellable(false)
    @Operation(
            operationId = "recoverWebhookDeliveries",
            summary = "Send again what came to an end without arriving, with the same webhook-id and body")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and body give the first answer again, for 24 hours.",
            schema = @Schema(implementation = String.class, maxLength = 255))
    @APIResponse(
            responseCode = "202",
            description = "On their way again.",
            content = @Content(schema = @Schema(implementation = RepairResponse.class)))
    public Uni<Response> recover(@PathParam("id") UUID id, @NotNull @Valid RepairRequest request) {
        return keys.once(request, () -> repair.recover(caller.id(), id, request.checked())
                .map(RepairResource::accepted));
    }

    @POST
    @Path("/replay-missing")
    @Allowed(
            scope = SCOPE,
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_APP, Roles.DISTRICT_APP})
    @Cancellable(false)
    @Operation(
            operationId = "replayMissingWebhookDeliveries",
            summary = "Send what the endpoint wants and has never been sent, such as from before it was enabled")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and body give the first answer again, for 24 hours.",
            schema = @Schema(implementation = String.class, maxLength = 255))
    @APIResponse(
            responseCode = "202",
            description = "On their way.",
            content = @Content(schema = @Schema(implementation = RepairResponse.class)))
    public Uni<Response> replayMissing(@PathParam("id") UUID id, @NotNull @Valid RepairRequest request) {
        return keys.once(request, () -> repair.replayMissing(caller.id(), id, request.checked())
                .map(RepairResource::accepted));
    }

    private static Response accepted(int count) {
        return Response.accepted(RepairResponse.of(count)).build();
    }

    @GET
    @Path("/deliveries/{deliveryId}")
    @Allowed(
            scope = SCOPE,
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_APP, Roles.DISTRICT_APP})
    @Operation(operationId = "getWebhookDelivery", summary = "Read one delivery with its body and its attempts")
    @APIResponse(responseCode = "200", description = "The delivery.")
    public Uni<DeliveryResponse> read(@PathParam("id") UUID id, @PathParam("deliveryId") UUID deliveryId) {
        return repair.read(caller.id(), id, deliveryId).map(RepairService.Shown::response);
    }

    @POST
    @Path("/deliveries/{deliveryId}/expunge")
    @Consumes(MediaType.WILDCARD)
    @Allowed(
            scope = SCOPE,
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_APP, Roles.DISTRICT_APP})
    @Cancellable(false)
    @Operation(
            operationId = "expungeWebhookDelivery",
            summary = "Take the content away wherever the caller's deliveries and messages hold it; the record stays")
    @APIResponse(responseCode = "200", description = "What is left of the delivery.")
    public Uni<DeliveryResponse> expunge(@PathParam("id") UUID id, @PathParam("deliveryId") UUID deliveryId) {
        return repair.expunge(caller.id(), id, deliveryId, token.get().subject())
                .chain(done -> repair.read(caller.id(), id, deliveryId))
                .map(RepairService.Shown::response);
    }

    @GET
    @Path("/statistics")
    @Allowed(
            scope = SCOPE,
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_APP, Roles.DISTRICT_APP})
    @Operation(
            operationId = "getWebhookStatistics",
            summary = "Deliveries, attempts and latencies of the last 24 hours, and how the endpoint is doing now")
    @APIResponse(responseCode = "200", description = "The figures.")
    public Uni<StatisticsResponse> statistics(@PathParam("id") UUID id) {
        return statistics.of(caller.id(), id);
    }
}
