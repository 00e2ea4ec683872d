package org.footbridge.referral.recommendation;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Page;

/** Recommendations, for the school that they are made to. */
@Path("/api/v1/referrals/{referralId}/recommendations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recommendations", description = "What an agency recommends to the school, within the consent.")
public class SchoolRecommendationResource {
    private final CurrentCaller caller;
    private final RecommendationService recommendations;

    SchoolRecommendationResource(CurrentCaller caller, RecommendationService recommendations) {
        this.caller = caller;
        this.recommendations = recommendations;
    }

    @GET
    @Allowed(
            scope = "referral:read",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(
            operationId = "listRecommendations",
            summary = "List what agencies recommend to the school",
            description = "For the referrer and the coordinators, while a live consent has the scope FEEDBACK.")
    @APIResponse(responseCode = "200", description = "What may be read now, oldest first.")
    public Uni<Page<RecommendationResponse>> ofReferral(@PathParam("referralId") UUID referralId) {
        return recommendations.ofReferral(caller.get(), referralId).map(all -> new Page<>(all, null));
    }
}
