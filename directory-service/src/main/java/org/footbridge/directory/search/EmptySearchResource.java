package org.footbridge.directory.search;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Roles;

@Path("/api/v1/directory/empty-searches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class EmptySearchResource {
    private final EmptySearchService searches;

    EmptySearchResource(EmptySearchService searches) {
        this.searches = searches;
    }

    @GET
    @Allowed(
            scope = "directory:read",
            roles = {Roles.PLATFORM_ADMIN, Roles.DISTRICT_ADMIN, Roles.COORDINATOR})
    @Operation(
            operationId = "listEmptySearches",
            summary = "What was looked for in vain",
            description =
                    "Counts of searches without a hit by criterion and code, never with their words or their place. Scope"
                            + " `directory:read`, role platform_admin, district_admin or coordinator.")
    @APIResponse(
            responseCode = "200",
            description = "The most frequent first.",
            content = @Content(schema = @Schema(implementation = EmptySearches.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not valid.")
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "The token's role or scope does not allow it.")
    public Uni<EmptySearches> list(
            @QueryParam("from") @Parameter(description = "First day; 30 days before `to` when absent.") LocalDate from,
            @QueryParam("to") @Parameter(description = "Last day; today when absent.") LocalDate to) {
        return searches.list(from, to);
    }
}
