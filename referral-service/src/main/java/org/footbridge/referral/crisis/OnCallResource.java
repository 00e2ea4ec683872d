package org.footbridge.referral.crisis;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
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

/** Whom a school calls in a crisis. */
@Path("/api/v1/schools/{schoolId}/on-call")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Crisis", description = "Who is told of a crisis, and who has it in hand.")
public class OnCallResource {
    private final CurrentCaller caller;
    private final OnCallService chains;

    OnCallResource(CurrentCaller caller, OnCallService chains) {
        this.caller = caller;
        this.chains = chains;
    }

    @GET
    @Allowed(
            scope = "roster:read",
            roles = {Roles.DISTRICT_ADMIN, Roles.COORDINATOR, Roles.COUNSELOR, Roles.EDUCATOR})
    @Operation(operationId = "getOnCallChain", summary = "Read whom a school calls in a crisis")
    @APIResponse(
            responseCode = "200",
            description = "The chain; without contacts where the school has set none.",
            content = @Content(schema = @Schema(implementation = OnCallDocument.class)))
    @APIResponse(responseCode = "404", description = "There is no such school for this caller (not-found).")
    public Uni<Response> read(@PathParam("schoolId") UUID schoolId) {
        return chains.read(caller.get(), schoolId).map(OnCallResource::answer);
    }

    @PUT
    @Cancellable(false)
    @Allowed(
            scope = "roster:write",
            roles = {Roles.DISTRICT_ADMIN, Roles.COORDINATOR})
    @Operation(
            operationId = "setOnCallChain",
            summary = "Set whom a school calls in a crisis",
            description = "By the district's administrator or a coordinator of the school. Replaces the chain that was"
                    + " set before. If-Match names the version that was read.")
    @APIResponse(
            responseCode = "200",
            description = "The chain as it is now.",
            content = @Content(schema = @Schema(implementation = OnCallDocument.class)))
    @APIResponse(responseCode = "404", description = "There is no such school for this caller (not-found).")
    public Uni<Response> replace(
            @PathParam("schoolId") UUID schoolId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid OnCallDocument document) {
        return chains.replace(caller.get(), schoolId, Version.expected(ifMatch), document)
                .map(OnCallResource::answer);
    }

    private static Response answer(OnCallService.Held held) {
        return Response.ok(held.chain()).tag(Version.tag(held.version())).build();
    }
}
