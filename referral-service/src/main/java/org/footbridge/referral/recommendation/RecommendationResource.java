package org.footbridge.referral.recommendation;

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
import org.footbridge.referral.placement.PlacementAddress;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Recommendations, for the agency that makes them. */
@Path("/api/v1/placements/{placementId}/recommendations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Recommendations", description = "What an agency recommends to the school, within the consent.")
public class RecommendationResource {
    private final CurrentCaller caller;
    private final RecommendationService recommendations;
    private final IdempotencyKeys keys;

    RecommendationResource(CurrentCaller caller, RecommendationService recommendations, IdempotencyKeys keys) {
        this.caller = caller;
        this.recommendations = recommendations;
        this.keys = keys;
    }

    @POST
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "makeRecommendation",
            summary = "Recommend something to the school",
            description = "From the acceptance on. 409 consent-missing where no live consent has the scope FEEDBACK.")
    @APIResponse(
            responseCode = "201",
            description = "Made; the school may read it.",
            content = @Content(schema = @Schema(implementation = RecommendationResponse.class)))
    public Uni<Response> make(
            @PathParam("placementId") UUID placementId, @NotNull @Valid MakeRecommendationRequest request) {
        return keys.once(request, () -> recommendations
                .make(caller.get(), PlacementAddress.ofAgency(placementId), request)
                .map(made -> Response.created(URI.create("/api/v1/placements/" + placementId + "/recommendations"))
                        .entity(made)
                        .build()));
    }

    @GET
    @Allowed(
            scope = "referral:read",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(operationId = "listOwnRecommendations", summary = "List what was recommended with a placement")
    @APIResponse(responseCode = "200", description = "All of them, oldest first.")
    public Uni<Page<RecommendationResponse>> ofPlacement(@PathParam("placementId") UUID placementId) {
        return recommendations
                .ofPlacement(caller.get(), PlacementAddress.ofAgency(placementId))
                .map(all -> new Page<>(all, null));
    }
}
