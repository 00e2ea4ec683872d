package org.footbridge.directory.contact;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/v1/directory/contact-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class ContactRequestResource {
    private static final String WHO = " The caller's `agency` sees its own. Role agency_admin or agency_staff.";

    private final ContactService requests;
    private final CurrentCaller caller;
    private final Cursors cursors;

    ContactRequestResource(ContactService requests, CurrentCaller caller, Cursors cursors) {
        this.requests = requests;
        this.caller = caller;
        this.cursors = cursors;
    }

    @GET
    @Allowed(
            scope = "directory:read",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF})
    @Operation(
            operationId = "listContactRequests",
            summary = "Families who ask for contact",
            description = "The latest first." + WHO + " Scope `directory:read`.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = ContactRequests.class)))
    @APIResponse(responseCode = "400", description = "A parameter or the cursor is not valid.")
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "The token's role or scope does not allow it.")
    public Uni<Page<ContactRequestResponse>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        UUID agency = caller.get().agency();
        String identity = "contact-requests|" + agency;
        ContactRepository.Position after = cursor == null ? null : position(cursors.decode(identity, cursor));
        return requests.list(agency, after, limit + 1).map(found -> page(found, limit, identity));
    }

    @GET
    @Path("{id}")
    @Allowed(
            scope = "directory:read",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF})
    @Operation(
            operationId = "getContactRequest",
            summary = "Read a family's request for contact",
            description = WHO + " Scope `directory:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The request.",
            content = @Content(schema = @Schema(implementation = ContactRequestResponse.class)))
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "The token's role or scope does not allow it.")
    @APIResponse(responseCode = "404", description = "No such request of this agency.")
    public Uni<Response> read(@RestPath UUID id) {
        return requests.read(caller.get().agency(), id).map(ContactRequestResource::answer);
    }

    @POST
    @Path("{id}/close")
    @Cancellable(false)
    @Allowed(
            scope = "directory:write",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_STAFF})
    @Operation(
            operationId = "closeContactRequest",
            summary = "Say what came of a request for contact",
            description = "The family's words are deleted." + WHO + " Scope `directory:write`.")
    @APIResponse(
            responseCode = "200",
            description = "Closed.",
            content = @Content(schema = @Schema(implementation = ContactRequestResponse.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read.")
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "The token's role or scope does not allow it.")
    @APIResponse(responseCode = "404", description = "No such request of this agency.")
    @APIResponse(responseCode = "409", description = "It is closed already.")
    @APIResponse(responseCode = "412", description = "Changed since it was read.")
    @APIResponse(responseCode = "422", description = "No outcome.")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public Uni<Response> close(
            @RestPath UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid CloseContact closing) {
        return requests.close(caller.get().agency(), id, Version.expected(ifMatch), closing.outcome())
                .map(ContactRequestResource::answer);
    }

    private Page<ContactRequestResponse> page(List<ContactRequest> found, int limit, String identity) {
        List<ContactRequestResponse> shown =
                found.stream().map(ContactRequest::response).toList();
        return cursors.page(
                identity,
                shown,
                limit,
                last -> List.of(last.receivedAt().toString(), last.id().toString()));
    }

    private static ContactRepository.Position position(List<String> key) {
        return new ContactRepository.Position(Instant.parse(key.get(0)), UUID.fromString(key.get(1)));
    }

    private static Response answer(ContactRequest request) {
        return Response.ok(request.response())
                .tag(Version.tag(request.version()))
                .build();
    }

    /** Documents {@code Page<ContactRequestResponse>}, whose type parameter the API document cannot show. */
    @Schema(name = "ContactRequests", description = "Requests for contact, the latest first.")
    interface ContactRequests {
        @Schema(required = true, maxItems = 200)
        List<ContactRequestResponse> getItems();

        @Schema(maxLength = 500, description = "Cursor of the next page; absent on the last one.")
        String getNext();
    }
}
