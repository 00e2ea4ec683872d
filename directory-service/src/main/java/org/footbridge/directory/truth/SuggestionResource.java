package org.footbridge.directory.truth;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Open;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/v1/directory/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory truth", description = "Verified, corrected, and each entry there once.")
class SuggestionResource {
    private static final UUID FIRST = new UUID(0, 0);

    private final SuggestionService suggestions;
    private final CurrentCaller caller;
    private final Cursors cursors;

    SuggestionResource(SuggestionService suggestions, CurrentCaller caller, Cursors cursors) {
        this.suggestions = suggestions;
        this.caller = caller;
        this.cursors = cursors;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Open(because = "whoever finds a fault may say so; nothing changes until an editor agrees")
    @Operation(
            operationId = "suggestEdit",
            summary = "Suggest a correction",
            description = "By anybody, without a login. At most 50 wait for one service.")
    @APIResponse(
            responseCode = "202",
            description = "An editor will look at it.",
            content = @Content(schema = @Schema(implementation = SuggestionReceipt.class)))
    @APIResponse(responseCode = "404", description = "No such service (not-found).")
    @APIResponse(responseCode = "409", description = "The entry was merged into another one (conflict).")
    @APIResponse(responseCode = "422", description = "Not a value of this field (invalid).")
    @APIResponse(responseCode = "429", description = "Too many wait already (too-many-requests).")
    public Uni<Response> suggest(@NotNull @Valid SuggestionRequest wanted) {
        return suggestions.suggest(wanted).map(receipt -> Response.accepted(receipt)
                .build());
    }

    @GET
    @Allowed(
            scope = "directory:read",
            roles = {Roles.AGENCY_ADMIN, Roles.PLATFORM_ADMIN})
    @Operation(
            operationId = "listSuggestions",
            summary = "List suggestions, oldest first",
            description = "Of the caller's services; of all for the platform.")
    @APIResponse(responseCode = "200", description = "A page of suggestions.")
    public Uni<Page<Suggestion>> list(
            @QueryParam("state") @DefaultValue("OPEN") @Pattern(regexp = "OPEN|ACCEPTED|REJECTED") String state,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        String list = "suggestions|" + state + "|" + caller.get().agency();
        UUID after = cursor == null
                ? FIRST
                : UUID.fromString(cursors.decode(list, cursor).getFirst());
        return suggestions.page(state, caller.get(), after, limit + 1).map(found -> page(list, found, limit));
    }

    @GET
    @Path("{id}")
    @Allowed(
            scope = "directory:read",
            roles = {Roles.AGENCY_ADMIN, Roles.PLATFORM_ADMIN})
    @Operation(operationId = "getSuggestion", summary = "Read a suggestion")
    @APIResponse(
            responseCode = "200",
            description = "The suggestion.",
            content = @Content(schema = @Schema(implementation = Suggestion.class)))
    @APIResponse(responseCode = "404", description = "No such suggestion for this caller (not-found).")
    public Uni<Response> read(@RestPath UUID id) {
        return suggestions.read(id, caller.get()).map(SuggestionResource::answer);
    }

    @POST
    @Path("{id}/accept")
    @Consumes(MediaType.WILDCARD)
    @Cancellable(false)
    @Allowed(
            scope = "directory:write",
            roles = {Roles.AGENCY_ADMIN, Roles.PLATFORM_ADMIN})
    @Operation(
            operationId = "acceptSuggestion",
            summary = "Put a suggestion into the entry",
            description =
                    "Without a body. The change stands in the entry's HSDS `metadata`, and no later import undoes it.")
    @APIResponse(
            responseCode = "200",
            description = "Accepted.",
            content = @Content(schema = @Schema(implementation = Suggestion.class)))
    @APIResponse(responseCode = "404", description = "No such suggestion for this caller (not-found).")
    @APIResponse(responseCode = "409", description = "Decided already (conflict).")
    @APIResponse(responseCode = "412", description = "Changed since it was read (stale).")
    @APIResponse(responseCode = "428", description = "If-Match is missing (precondition-required).")
    public Uni<Response> accept(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return suggestions.accept(id, caller.get(), Version.expected(ifMatch)).map(SuggestionResource::answer);
    }

    @POST
    @Path("{id}/reject")
    @Consumes(MediaType.WILDCARD)
    @Cancellable(false)
    @Allowed(
            scope = "directory:write",
            roles = {Roles.AGENCY_ADMIN, Roles.PLATFORM_ADMIN})
    @Operation(operationId = "rejectSuggestion", summary = "Leave the entry as it is", description = "Without a body.")
    @APIResponse(
            responseCode = "200",
            description = "Rejected.",
            content = @Content(schema = @Schema(implementation = Suggestion.class)))
    @APIResponse(responseCode = "404", description = "No such suggestion for this caller (not-found).")
    @APIResponse(responseCode = "409", description = "Decided already (conflict).")
    @APIResponse(responseCode = "412", description = "Changed since it was read (stale).")
    @APIResponse(responseCode = "428", description = "If-Match is missing (precondition-required).")
    public Uni<Response> reject(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return suggestions.reject(id, caller.get(), Version.expected(ifMatch)).map(SuggestionResource::answer);
    }

    private Page<Suggestion> page(String list, List<Suggestion> found, int limit) {
        return cursors.page(list, found, limit, last -> List.of(last.id().toString()));
    }

    private static Response answer(Suggestion suggestion) {
        return Response.ok(suggestion)
                .tag(Version.tag(suggestion.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
