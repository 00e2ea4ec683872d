package org.footbridge.directory.hsds;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Open;
import org.jboss.resteasy.reactive.RestPath;

@Path("/hsds/organizations")
@Tag(name = "HSDS")
class HsdsOrganizationResource {
    private static final String OPEN = "HSDS data is public by nature";

    private final HsdsAnswers answers;

    HsdsOrganizationResource(HsdsAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Open(because = OPEN)
    @Operation(
            operationId = "listHsdsOrganizations",
            summary = "HSDS: list organizations",
            description =
                    "Open to everybody; in the order of change. Parameters combined narrow further. `format=ndjson` streams"
                            + " everything as one record a line.")
    @APIResponse(
            responseCode = "200",
            description = "A page of organizations.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = HsdsPage.class)),
                @Content(mediaType = NdjsonFilter.NDJSON)
            })
    @APIResponse(responseCode = "304", description = "Not changed since If-None-Match.")
    @APIResponse(responseCode = "400", description = "A parameter is not valid.")
    public Uni<Response> list(
            @BeanParam HsdsPaging paging,
            @BeanParam HsdsFilters.ByTerm terms,
            @QueryParam("full_service")
                    @Parameter(
                            description = "With the full services of each.",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    String fullService,
            @Context Request request) {
        return answers.page(query(paging, terms, fullService), request);
    }

    @GET
    @Produces(NdjsonFilter.NDJSON)
    @Open(because = OPEN)
    @Operation(hidden = true)
    public Multi<HsdsLine> stream(
            @BeanParam HsdsPaging paging,
            @BeanParam HsdsFilters.ByTerm terms,
            @QueryParam("full_service") String fullService) {
        return answers.lines(query(paging, terms, fullService));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Open(because = OPEN)
    @Operation(
            operationId = "getHsdsOrganization",
            summary = "HSDS: one record of organizations",
            description = "With locations, contacts and its services; `full_service=true` nests the services in full.")
    @APIResponse(
            responseCode = "200",
            description = "The record, fully nested.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HsdsRecord.class)))
    @APIResponse(responseCode = "304", description = "Not changed since If-None-Match.")
    @APIResponse(responseCode = "404", description = "No such record.")
    public Uni<Response> one(
            @RestPath UUID id,
            @QueryParam("full_service")
                    @Parameter(description = "Nest the services in full.", schema = @Schema(type = SchemaType.BOOLEAN))
                    String fullService,
            @Context Request request) {
        return answers.one(
                HsdsView.ORGANIZATIONS, "true".equals(fullService) ? HsdsForm.COMPLETE : HsdsForm.NESTED, id, request);
    }

    static HsdsQuery query(HsdsPaging paging, HsdsFilters.ByTerm terms, String fullService) {
        return HsdsQuery.of(HsdsView.ORGANIZATIONS, paging)
                .byTerm(terms)
                .when("full_service", fullService, HsdsForm.COMPLETE)
                .checked();
    }
}
