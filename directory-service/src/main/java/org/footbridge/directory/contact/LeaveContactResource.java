package org.footbridge.directory.contact;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Open;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/v1/directory/services/{id}/contact-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class LeaveContactResource {
    private final ContactService requests;

    LeaveContactResource(ContactService requests) {
        this.requests = requests;
    }

    @POST
    @Cancellable(false)
    @Open(because = "a family asks for help without a school and without an account")
    @Operation(
            operationId = "requestContact",
            summary = "Ask a service for contact",
            description =
                    "Without a school and without an account. The agency that answers for the service reads it, nobody else;"
                            + " it is deleted when the agency closes it, and after 90 days at the latest. The agency hears of it by"
                            + " `directory.contact_requested.v1`. At most 20 an hour for one service.")
    @APIResponse(
            responseCode = "202",
            description = "The agency has it.",
            content = @Content(schema = @Schema(implementation = ContactReceipt.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read.")
    @APIResponse(responseCode = "404", description = "No such service.")
    @APIResponse(responseCode = "409", description = "Nobody answers for this service here.")
    @APIResponse(responseCode = "415", description = "Not application/json.")
    @APIResponse(responseCode = "422", description = "A field is not valid; `errors` names each.")
    @APIResponse(responseCode = "429", description = "The service has too many right now.")
    public Uni<Response> leave(@RestPath UUID id, @NotNull @Valid ContactWish wish) {
        return requests.leave(id, wish)
                .map(receipt -> Response.accepted(receipt).build());
    }
}
