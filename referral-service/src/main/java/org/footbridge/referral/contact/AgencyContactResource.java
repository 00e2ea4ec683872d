package org.footbridge.referral.contact;

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
import org.jboss.resteasy.reactive.server.Cancellable;

/** The agency's part of all its contact cards. */
@Path("/api/v1/agencies/{agencyId}/contact")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts", description = "Who is whom on a placement, what they do and how to reach them.")
public class AgencyContactResource {
    private final CurrentCaller caller;
    private final ContactCardService cards;

    AgencyContactResource(CurrentCaller caller, ContactCardService cards) {
        this.caller = caller;
        this.cards = cards;
    }

    @GET
    @Allowed(
            scope = "referral:read",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF, Roles.AGENCY_APP})
    @Operation(operationId = "getAgencyContact", summary = "Read how the agency is reached")
    @APIResponse(
            responseCode = "200",
            description = "What schools see; empty before it was set.",
            content = @Content(schema = @Schema(implementation = AgencyContactResponse.class)))
    public Uni<Response> contact(@PathParam("agencyId") UUID agencyId) {
        return cards.contact(caller.get(), agencyId).map(AgencyContactResource::answer);
    }

    @PUT
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.AGENCY_ADMIN)
    @Operation(operationId = "setAgencyContact", summary = "Say how the agency is reached")
    @APIResponse(
            responseCode = "200",
            description = "Set.",
            content = @Content(schema = @Schema(implementation = AgencyContactResponse.class)))
    public Uni<Response> setContact(
            @PathParam("agencyId") UUID agencyId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AgencyContactDocument document) {
        return cards.replace(caller.get(), agencyId, Version.expected(ifMatch), document)
                .map(AgencyContactResource::answer);
    }

    private static Response answer(ContactCardService.Held held) {
        return Response.ok(AgencyContactResponse.of(held.document()))
                .tag(Version.tag(held.version()))
                .build();
    }
}
