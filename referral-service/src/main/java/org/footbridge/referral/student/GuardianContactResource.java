package org.footbridge.referral.student;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.footbridge.referral.roster.GuardianContact;
import org.jboss.resteasy.reactive.server.Cancellable;

/** "Do not contact": a safety control, for the coordinator. */
@Path("/api/v1/students/{id}/guardians/{guardianId}/contact")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Students")
public class GuardianContactResource {
    private final CurrentCaller caller;
    private final GuardianContactService contacts;

    GuardianContactResource(CurrentCaller caller, GuardianContactService contacts) {
        this.caller = caller;
        this.contacts = contacts;
    }

    @GET
    @Allowed(scope = "roster:read", roles = Roles.COORDINATOR)
    @Operation(operationId = "getGuardianContact", summary = "Read whether a guardian may be contacted")
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content = @Content(schema = @Schema(implementation = ContactResponse.class)))
    public Uni<Response> read(@PathParam("id") UUID id, @PathParam("guardianId") UUID guardianId) {
        return contacts.read(caller.get(), id, guardianId).map(GuardianContactResource::answer);
    }

    @PUT
    @Cancellable(false)
    @Allowed(scope = "roster:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "setGuardianContact",
            summary = "Say whether a guardian may be contacted",
            description =
                    "Holds at once for mails, requests for consent and what is disclosed. Imports of the roster do not"
                            + " undo it. If-Match names the version that was read.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content = @Content(schema = @Schema(implementation = ContactResponse.class)))
    public Uni<Response> change(
            @PathParam("id") UUID id,
            @PathParam("guardianId") UUID guardianId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ContactRequest request) {
        return contacts.change(caller.get(), id, guardianId, Version.expected(ifMatch), request)
                .map(GuardianContactResource::answer);
    }

    private static Response answer(GuardianContact contact) {
        return Response.ok(ContactResponse.of(contact))
                .tag(Version.tag(contact.version()))
                .build();
    }
}
