package org.footbridge.directory.truth;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/directory/services/{id}/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory truth", description = "Verified, corrected, and each entry there once.")
class SourcesResource {
    private final VerificationService verifications;
    private final CurrentCaller caller;

    SourcesResource(VerificationService verifications, CurrentCaller caller) {
        this.verifications = verifications;
        this.caller = caller;
    }

    @GET
    @Allowed(
            scope = "directory:read",
            roles = {Roles.AGENCY_ADMIN, Roles.PLATFORM_ADMIN})
    @Operation(
            operationId = "getServiceSources",
            summary = "Read where a service's entry comes from",
            description = "By the agency that runs the service or one above it, or by the platform.")
    @APIResponse(
            responseCode = "200",
            description = "Sources, and whose word each field is.",
            content = @Content(schema = @Schema(implementation = ServiceSources.class)))
    @APIResponse(responseCode = "404", description = "No such service of this caller (not-found).")
    public Uni<ServiceSources> sources(@RestPath UUID id) {
        return verifications.sources(id, caller.get());
    }
}
