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

/** The contact card of a placement, for its agency. */
@Path("/api/v1/placements/{placementId}/contact-card")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts", description = "Who is whom on a placement, what they do and how to reach them.")
public class ContactCardResource {
    private final CurrentCaller caller;
    private final ContactCardService cards;

    ContactCardResource(CurrentCaller caller, ContactCardService cards) {
        this.caller = caller;
        this.cards = cards;
    }

    @GET
    @Allowed(
            scope = "referral:read",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(operationId = "getContactCard", summary = "Read whom to call about a placement")
    @APIResponse(responseCode = "200", description = "Both sides.")
    public Uni<ContactCard> ofAgency(@PathParam("placementId") UUID placementId) {
        return cards.card(caller.get(), PlacementAddress.ofAgency(placementId));
    }
}
