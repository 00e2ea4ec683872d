package org.footbridge.referral.jurisdiction;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The rules, the same for every district. */
@Path("/api/v1/jurisdiction-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Jurisdictions", description = "From which age a minor may consent, by state, topic and day.")
public class JurisdictionResource {
    private final CurrentCaller caller;
    private final JurisdictionService rules;

    JurisdictionResource(CurrentCaller caller, JurisdictionService rules) {
        this.caller = caller;
        this.rules = rules;
    }

    @GET
    @Allowed(
            scope = "consent:read",
            roles = {Roles.PLATFORM_ADMIN, Roles.DISTRICT_ADMIN, Roles.COORDINATOR, Roles.COUNSELOR})
    @Operation(operationId = "listJurisdictionRules", summary = "Read the rules on who may consent")
    @APIResponse(
            responseCode = "200",
            description = "All of them; the unreviewed sample until the platform has set its own.",
            content = @Content(schema = @Schema(implementation = JurisdictionDocument.class)))
    public Uni<Response> read() {
        return rules.read().map(JurisdictionResource::answer);
    }

    @PUT
    @Cancellable(false)
    @Allowed(scope = "consent:write", roles = Roles.PLATFORM_ADMIN)
    @Operation(
            operationId = "replaceJurisdictionRules",
            summary = "Replace the rules on who may consent",
            description = "As a whole. If-Match names the version that was read.")
    @APIResponse(
            responseCode = "200",
            description = "The rules as they are now.",
            content = @Content(schema = @Schema(implementation = JurisdictionDocument.class)))
    public Uni<Response> replace(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid JurisdictionDocument document) {
        return rules.replace(caller.get(), Version.expected(ifMatch), document).map(JurisdictionResource::answer);
    }

    private static Response answer(JurisdictionService.Held held) {
        return Response.ok(held.document()).tag(Version.tag(held.version())).build();
    }
}
