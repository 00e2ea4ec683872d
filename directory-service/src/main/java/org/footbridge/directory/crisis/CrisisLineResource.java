package org.footbridge.directory.crisis;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Open;

@Path("/api/v1/directory/crisis-lines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class CrisisLineResource {
    private static final int ONE_HOUR = 3600;

    private final CrisisLineService lines;

    CrisisLineResource(CrisisLineService lines) {
        this.lines = lines;
    }

    @GET
    @Open(because = "help in a crisis is never behind a login (domain, decision 9)")
    @Operation(
            operationId = "listCrisisLines",
            summary = "Crisis lines",
            description = "Lines for people in a crisis, the most general first. Open to everybody.")
    @APIResponse(
            responseCode = "200",
            description = "All crisis lines.",
            content = @Content(schema = @Schema(implementation = CrisisLines.class)))
    public Uni<Response> list() {
        CacheControl hour = new CacheControl();
        hour.setMaxAge(ONE_HOUR);
        return lines.all().map(all -> Response.ok(all).cacheControl(hour).build());
    }
}
