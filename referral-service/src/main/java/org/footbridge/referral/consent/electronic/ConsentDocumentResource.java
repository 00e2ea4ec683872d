package org.footbridge.referral.consent.electronic;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;

/** The paper of an electronic consent, for the school's coordinator: the family may ask for another copy. */
@Path("/api/v1/referrals/{referralId}/consents/{id}/document")
@Tag(name = "Consents")
public class ConsentDocumentResource {
    private static final String PDF = "application/pdf";

    private final CurrentCaller caller;
    private final ConsentRequestService requests;

    ConsentDocumentResource(CurrentCaller caller, ConsentRequestService requests) {
        this.caller = caller;
        this.requests = requests;
    }

    @GET
    @Produces(PDF)
    @Allowed(scope = "consent:read", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "getConsentDocument",
            summary = "Download what was signed on our page",
            description = "Its SHA-256 is the consent's documentHash.")
    @APIResponse(
            responseCode = "200",
            description = "The PDF.",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "The consent was signed elsewhere, or there is none (not-found).")
    public Uni<Response> get(@PathParam("referralId") UUID referralId, @PathParam("id") UUID id) {
        return requests.document(caller.get(), referralId, id).map(paper -> Response.ok(paper, PDF)
                .header("Content-Disposition", "attachment; filename=\"consent.pdf\"")
                .build());
    }
}
