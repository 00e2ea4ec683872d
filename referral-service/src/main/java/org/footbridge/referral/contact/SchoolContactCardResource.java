package org.footbridge.referral.contact;

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
import org.footbridge.referral.placement.PlacementAddress;

/** The contact card of a placement, for the school's coordinator. */
@Path("/api/v1/referrals/{referralId}/placements/{placementId}/contact-card")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts", description = "Who is whom on a placement, what they do and how to reach them.")
public class SchoolContactCardResource {
    private final CurrentCaller caller;
    private final ContactCardService cards;

    SchoolContactCardResource(CurrentCaller caller, ContactCardService cards) {
        this.caller = caller;
        this.cards = cards;
    }

    @GET
    @Allowed(scope = "referral:read", roles = Roles.COORDINATOR)
    @Operation(operationId = "getReferralContactCard", summary = "Read whom the school calls about a placement")
    @APIResponse(responseCode = "200", description = "Both sides.")
    public Uni<ContactCard> ofSchool(
            @PathParam("referralId") UUID referralId, @PathParam("placementId") UUID placementId) {
        return cards.card(caller.get(), PlacementAddress.ofSchool(referralId, placementId));
    }
}
