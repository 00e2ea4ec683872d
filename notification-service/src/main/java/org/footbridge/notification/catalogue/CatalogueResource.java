package org.footbridge.notification.catalogue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Open;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.ProblemDocument;

/** The event catalogue, for whoever builds a receiver. */
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Event catalogue", description = "What may be subscribed to.")
@APIResponse(
        responseCode = "default",
        description = "A problem; see its type.",
        content =
                @Content(
                        mediaType = ProblemDocument.MEDIA_TYPE,
                        schema = @Schema(implementation = ProblemDocument.class)))
public class CatalogueResource {
    private static final String NOBODYS =
            "The catalogue holds no data of anybody, and is needed before there is a token.";

    private final CatalogueService catalogue;

    public CatalogueResource(CatalogueService catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Path("/event-types")
    @Open(because = NOBODYS)
    @Operation(operationId = "listWebhookEventTypes", summary = "List every event type with its schemas and examples")
    @APIResponse(responseCode = "200", description = "The catalogue.")
    public EventTypeListResponse types() {
        return new EventTypeListResponse(catalogue.types());
    }

    @GET
    @Path("/event-types/{type}")
    @Open(because = NOBODYS)
    @Operation(operationId = "getWebhookEventType", summary = "Read one event type with its schemas and examples")
    @APIResponse(responseCode = "200", description = "The event type.")
    public EventTypeResponse type(@PathParam("type") @Schema(maxLength = 100) String type) {
        return catalogue.type(type).orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such event type."));
    }

    @GET
    @Path("/asyncapi")
    @Open(because = NOBODYS)
    @Operation(operationId = "getWebhookAsyncApi", summary = "Read the AsyncAPI document of all events on the bus")
    @APIResponse(
            responseCode = "200",
            description = "An AsyncAPI 3 document.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public String asyncApi() {
        return catalogue.asyncApi();
    }
}
