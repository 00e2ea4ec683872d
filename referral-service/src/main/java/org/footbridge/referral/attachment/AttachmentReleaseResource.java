package org.footbridge.referral.attachment;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
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
import org.jboss.resteasy.reactive.server.Cancellable;

/** Gives files of the school to the agency of a placement. */
@Path("/api/v1/referrals/{referralId}/placements/{placementId}/attachments/{id}/release")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attachments")
public class AttachmentReleaseResource {
    private final CurrentCaller caller;
    private final SharedAttachmentService attachments;

    AttachmentReleaseResource(CurrentCaller caller, SharedAttachmentService attachments) {
        this.caller = caller;
        this.attachments = attachments;
    }

    @POST
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "releaseAttachment",
            summary = "Give a file to the agency",
            description =
                    "It is a disclosure: it needs a live agreement and a live consent with the scope ATTACHMENTS, and is a"
                            + " row of the ledger. Giving it again changes nothing.")
    @APIResponse(responseCode = "200", description = "The agency may download it.")
    public Uni<AttachmentResponse> release(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @PathParam("id") UUID id) {
        return attachments.release(caller.get(), PlacementAddress.ofSchool(referralId, placementId), id);
    }
}
