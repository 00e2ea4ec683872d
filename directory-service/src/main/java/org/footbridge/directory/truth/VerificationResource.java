package org.footbridge.directory.truth;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Open;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/v1/directory/services/{id}/verification")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory truth", description = "Verified, corrected, and each entry there once.")
class VerificationResource {
    private final VerificationService verifications;
    private final CurrentCaller caller;

    VerificationResource(VerificationService verifications, CurrentCaller caller) {
        this.verifications = verifications;
        this.caller = caller;
    }

    @GET
    @Open(because = "how old an entry is, is part of the entry")
    @Operation(
            operationId = "getServiceVerification",
            summary = "Read when a service was last verified",
            description = "Open to everybody. The ETag is what a verification must name in If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "As last verified; `stale` after 90 days.",
            headers = @Header(name = "ETag", schema = @Schema(maxLength = 30)),
            content = @Content(schema = @Schema(implementation = Verification.class)))
    @APIResponse(responseCode = "404", description = "No such service (not-found).")
    public Uni<Response> read(@RestPath UUID id) {
        return verifications.read(id).map(VerificationResource::answer);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Cancellable(false)
    @Allowed(
            scope = "directory:write",
            roles = {Roles.AGENCY_ADMIN, Roles.PLATFORM_ADMIN})
    @Operation(
            operationId = "verifyService",
            summary = "Say that a service's entry is right",
            description =
                    "Without a body, by the agency that runs the service or one above it, or by the platform. The day"
                            + " shows in HSDS as `assured_date`.")
    @APIResponse(
            responseCode = "200",
            description = "Verified as of now.",
            headers = @Header(name = "ETag", schema = @Schema(maxLength = 30)),
            content = @Content(schema = @Schema(implementation = Verification.class)))
    @APIResponse(responseCode = "404", description = "No such service of this caller (not-found).")
    @APIResponse(responseCode = "412", description = "Verified since it was read (stale).")
    @APIResponse(responseCode = "428", description = "If-Match is missing (precondition-required).")
    public Uni<Response> verify(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return verifications.verify(id, caller.get(), Version.expected(ifMatch)).map(VerificationResource::answer);
    }

    private static Response answer(Verification verification) {
        return Response.ok(verification)
                .tag(Version.tag(verification.version()))
                .build();
    }
}
