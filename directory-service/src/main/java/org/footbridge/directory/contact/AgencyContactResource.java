package org.footbridge.directory.contact;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Roles;

/** Asked just before each mail to an agency, so that no copy of an address grows old. */
@Path("/internal/v1/agency-contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Internal", description = "Between the services only.")
class AgencyContactResource {
    private final AgencyContactService contacts;

    AgencyContactResource(AgencyContactService contacts) {
        this.contacts = contacts;
    }

    @POST
    @Path("resolve")
    @Allowed(scope = "internal:recipients", roles = Roles.INTERNAL_SERVICE)
    @Operation(
            operationId = "resolveAgencyContact",
            summary = "Ask where an agency reads its mail, and whether the matter still waits")
    @APIResponseSchema(
            value = AgencyContact.class,
            responseCode = "200",
            responseDescription = "The address of now, without a word of the family.")
    @APIResponse(responseCode = "404", description = "There is no such service (not-found).")
    public Uni<AgencyContact> resolve(@NotNull @Valid AgencyContactRequest about) {
        return contacts.resolve(about);
    }
}
