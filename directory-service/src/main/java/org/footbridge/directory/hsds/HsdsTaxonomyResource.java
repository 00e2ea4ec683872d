package org.footbridge.directory.hsds;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Open;
import org.jboss.resteasy.reactive.RestPath;

@Path("/hsds/taxonomies")
@Tag(name = "HSDS")
class HsdsTaxonomyResource {
    private static final String OPEN = "HSDS data is public by nature";

    private final HsdsAnswers answers;

    HsdsTaxonomyResource(HsdsAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Open(because = OPEN)
    @Operation(
            operationId = "listHsdsTaxonomies",
            summary = "HSDS: list taxonomies",
            description =
                    "Open to everybody; in the order of change. Parameters combined narrow further. `format=ndjson` streams"
                            + " everything as one record a line.")
    @APIResponse(
            responseCode = "200",
            description = "A page of taxonomies.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = HsdsPage.class)),
                @Content(mediaType = NdjsonFilter.NDJSON)
            })
    @APIResponse(responseCode = "304", description = "Not changed since If-None-Match.")
    @APIResponse(responseCode = "400", description = "A parameter is not valid.")
    public Uni<Response> list(@BeanParam HsdsPaging paging, @Context Request request) {
        return answers.page(query(paging), request);
    }

    @GET
    @Produces(NdjsonFilter.NDJSON)
    @Open(because = OPEN)
    @Operation(hidden = true)
    public Multi<HsdsLine> stream(@BeanParam HsdsPaging paging) {
        return answers.lines(query(paging));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Open(because = OPEN)
    @Operation(
            operationId = "getHsdsTaxonomy",
            summary = "HSDS: one record of taxonomies",
            description = "The taxonomy.")
    @APIResponse(
            responseCode = "200",
            description = "The record, fully nested.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HsdsRecord.class)))
    @APIResponse(responseCode = "304", description = "Not changed since If-None-Match.")
    @APIResponse(responseCode = "404", description = "No such record.")
    public Uni<Response> one(@RestPath UUID id, @Context Request request) {
        return answers.one(HsdsView.TAXONOMIES, HsdsForm.NESTED, id, request);
    }

    static HsdsQuery query(HsdsPaging paging) {
        return HsdsQuery.of(HsdsView.TAXONOMIES, paging).checked();
    }
}
