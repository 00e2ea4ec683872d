package org.footbridge.directory.hsds;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Open;

/** The list of service at locations by POST: the same answer, and what is looked for stands in no address and no log. */
@Path("/hsds/service_at_locations")
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
@Tag(name = "HSDS")
class HsdsServiceAtLocationPostResource {
    private final HsdsAnswers answers;
    private final HsdsTermsReader reader;

    HsdsServiceAtLocationPostResource(HsdsAnswers answers, HsdsTermsReader reader) {
        this.answers = answers;
        this.reader = reader;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Open(because = HsdsTermsReader.OPEN)
    @Operation(
            operationId = "searchHsdsServiceAtLocations",
            summary = "HSDS: list service at locations, terms in the body",
            description = HsdsTermsReader.HOW)
    @APIResponse(
            responseCode = "200",
            description = "A page of service at locations.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = HsdsPage.class)),
                @Content(mediaType = NdjsonFilter.NDJSON)
            })
    @APIResponse(responseCode = "304", description = "Not changed since If-None-Match.")
    @APIResponse(responseCode = "400", description = "A parameter is not valid, or the body cannot be read.")
    public Uni<Response> list(
            @HeaderParam("Content-Type") String type,
            @Nullable
                    @RequestBody(
                            required = false,
                            content = @Content(schema = @Schema(implementation = HsdsSearch.class)))
                    String body,
            @Context UriInfo uri,
            @Context Request request) {
        return answers.page(reader.read(uri, type, body, HsdsServiceAtLocationPostResource::query), request);
    }

    @POST
    @Produces(NdjsonFilter.NDJSON)
    @Open(because = HsdsTermsReader.OPEN)
    @Operation(hidden = true)
    public Multi<HsdsLine> stream(
            @HeaderParam("Content-Type") String type, @Nullable String body, @Context UriInfo uri) {
        return answers.lines(reader.read(uri, type, body, HsdsServiceAtLocationPostResource::query));
    }

    private static HsdsQuery query(HsdsTerms terms) {
        return HsdsServiceAtLocationResource.query(terms.paging(), terms.byTerm(), terms.byOwner(), terms.byPlace());
    }
}
