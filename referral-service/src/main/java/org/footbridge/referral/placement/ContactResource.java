package org.footbridge.referral.placement;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.server.Cancellable;

/** How an agency tried to reach a family, and when it may give up. */
@Path("/api/v1/placements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Placements")
public class ContactResource {
    private final CurrentCaller caller;
    private final ContactService contacts;
    private final IdempotencyKeys keys;

    ContactResource(CurrentCaller caller, ContactService contacts, IdempotencyKeys keys) {
        this.caller = caller;
        this.contacts = contacts;
        this.keys = keys;
    }

    @POST
    @Path("{id}/contact-attempts")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "recordContactAttempt",
            summary = "Record a try to reach the family",
            description = "No words of it are kept. If-Match names the placement's version.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; the ETag is the placement's.",
            content = @Content(schema = @Schema(implementation = ContactAttemptResponse.class)))
    public Uni<Response> attempt(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ContactAttemptRequest request) {
        return keys.once(request, () -> contacts.attempt(caller.get(), id, Version.expected(ifMatch), request)
                .map(ContactResource::created));
    }

    static Response created(ContactService.Tried tried) {
        return Response.status(Response.Status.CREATED)
                .entity(ContactAttemptResponse.of(tried.attempt()))
                .tag(Version.tag(tried.version()))
                .build();
    }

    @POST
    @Path("{id}/could-not-contact")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(
            operationId = "endPlacementWithoutContact",
            summary = "End a placement because the family could not be reached",
            description =
                    "After three tries in vain on different days or over different channels, not all on one day; before that 409"
                            + " too-few-attempts. The referral goes back to the coordinator. Ends the right to read.")
    @APIResponse(
            responseCode = "200",
            description = "Ended.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> couldNotContact(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return contacts.couldNotContact(caller.get(), id, Version.expected(ifMatch))
                .map(PlacementResource::answer);
    }
}
