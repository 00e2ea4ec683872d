package org.footbridge.directory.search;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Open;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/directory")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class SearchResource {
    private static final String OPEN = "families look for help without a login (issue 2, domain 5.5)";

    private final SearchService services;
    private final CurrentCaller caller;

    SearchResource(SearchService services, CurrentCaller caller) {
        this.services = services;
        this.caller = caller;
    }

    @GET
    @Path("search")
    @Open(because = OPEN)
    @Operation(
            operationId = "searchServices",
            summary = "Find services that fit",
            description =
                    "Open to everybody. A service is left out only when it is known not to fit; what is unknown puts it further"
                            + " down. `matched`, `unknown`, `distanceKm` and `capacity` explain the place of each; `orderedBy` says how they"
                            + " weigh. Values of one criterion are joined by or, criteria by and. `facets` count what choosing another"
                            + " value of a criterion would find. Prefer POST for terms that describe a student.")
    @APIResponse(
            responseCode = "200",
            description = "The best first.",
            content = @Content(schema = @Schema(implementation = SearchAnswer.class)))
    @APIResponse(responseCode = "400", description = "A term or the cursor is not valid.")
    public Uni<SearchAnswer> search(@BeanParam SearchParameters parameters) {
        return services.search(SearchTermsReader.ofQuery(parameters), tenant());
    }

    @POST
    @Path("search")
    @Consumes(MediaType.APPLICATION_JSON)
    @Open(because = OPEN)
    @Operation(
            operationId = "searchServicesPrivately",
            summary = "Find services that fit, with the terms in the body",
            description = "As GET, but the terms stand in no access log on the way.")
    @APIResponse(
            responseCode = "200",
            description = "The best first.",
            content = @Content(schema = @Schema(implementation = SearchAnswer.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read, or the cursor is not valid.")
    @APIResponse(responseCode = "422", description = "A term is not valid.")
    @APIResponse(responseCode = "415", description = "Not application/json.")
    public Uni<SearchAnswer> searchPrivately(@NotNull SearchRequest terms) {
        return services.search(SearchTermsReader.ofBody(terms), tenant());
    }

    @GET
    @Path("services/{id}")
    @Open(because = OPEN)
    @Operation(
            operationId = "getService",
            summary = "One service as a search shows it",
            description = "Open to everybody. The whole HSDS record is at `/hsds/services/{id}`.")
    @APIResponse(
            responseCode = "200",
            description = "The service.",
            content = @Content(schema = @Schema(implementation = SearchHit.class)))
    @APIResponse(responseCode = "404", description = "No such service.")
    public Uni<SearchHit> one(@RestPath UUID id) {
        return services.one(id);
    }

    /** A district's people see its own entries too. */
    private UUID tenant() {
        return caller.isKnown() ? caller.get().tenant() : null;
    }
}
