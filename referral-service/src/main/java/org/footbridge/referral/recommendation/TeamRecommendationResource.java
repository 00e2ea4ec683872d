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

/** Recommendations, for the school's own team that makes them. */
@Path("/api/v1/referrals/{referralId}/placements/{placementId}/team/recommendations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Help inside the school")
public class TeamRecommendationResource {
    private final CurrentCaller caller;
    private final RecommendationService recommendations;
    private final IdempotencyKeys keys;

    TeamRecommendationResource(CurrentCaller caller, RecommendationService recommendations, IdempotencyKeys keys) {
        this.caller = caller;
        this.recommendations = recommendations;
        this.keys = keys;
    }

    @POST
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(
            operationId = "makeRecommendationInSchool",
            summary = "Recommend something to the classroom",
            description = "From the acceptance on. It stays in the school, so no consent is asked for.")
    @APIResponse(
            responseCode = "201",
            description = "Made; the coordinator and the referrer may read it.",
            content = @Content(schema = @Schema(implementation = RecommendationResponse.class)))
    public Uni<Response> make(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @NotNull @Valid MakeRecommendationRequest request) {
        PlacementAddress at = PlacementAddress.ofTeam(referralId, placementId);
        return keys.once(
                request, () -> recommendations.make(caller.get(), at, request).map(made -> Response.created(
                                URI.create(at.path() + "/recommendations"))
                        .entity(made)
                        .build()));
    }

    @GET
    @Allowed(scope = "referral:read", roles = Roles.COUNSELOR)
    @Operation(operationId = "listRecommendationsInSchool", summary = "List what was recommended with a placement")
    @APIResponse(responseCode = "200", description = "All of them, oldest first.")
    public Uni<Page<RecommendationResponse>> ofPlacement(
            @PathParam("referralId") UUID referralId, @PathParam("placementId") UUID placementId) {
        return recommendations
                .ofPlacement(caller.get(), PlacementAddress.ofTeam(referralId, placementId))
                .map(all -> new Page<>(all, null));
    }
}
