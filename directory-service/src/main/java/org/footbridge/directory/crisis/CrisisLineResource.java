package org.footbridge.directory.crisis;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Open;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

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

    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Allowed(
            scope = "directory:write",
            roles = {Roles.PLATFORM_ADMIN})
    @Operation(
            operationId = "putCrisisLine",
            summary = "Publish a crisis line",
            description =
                    "New, or changed with the ETag of its last answer in If-Match. A line may help everywhere or in some postal"
                            + " codes. Scope `directory:write`, role platform_admin.")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(schema = @Schema(implementation = CrisisLineResponse.class)))
    @APIResponse(
            responseCode = "201",
            description = "New.",
            content = @Content(schema = @Schema(implementation = CrisisLineResponse.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read.")
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "The token's role or scope does not allow it.")
    @APIResponse(responseCode = "412", description = "Changed since it was read.")
    @APIResponse(responseCode = "415", description = "Not application/json.")
    @APIResponse(responseCode = "422", description = "A field is not valid; `errors` names each.")
    @APIResponse(responseCode = "428", description = "There is such a line, and If-Match is missing.")
    public Uni<Response> put(
            @RestPath @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,49}") String code,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid CrisisLineRequest line) {
        return lines.publish(code, line, ifMatch).map(published -> {
            Response.ResponseBuilder answer = published.created()
                    ? Response.created(URI.create("/api/v1/directory/crisis-lines"))
                    : Response.ok();
            return answer.entity(published.line())
                    .tag(Version.tag(published.version()))
                    .build();
        });
    }
}
