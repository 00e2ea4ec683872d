package org.footbridge.referral.retention;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.footbridge.referral.retention.RetentionService.Held;
import org.jboss.resteasy.reactive.server.Cancellable;

/** How long a district keeps what it has. Its administrator sees numbers, never a referral. */
@Path("/api/v1/districts/{districtId}/retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention", description = "How long what a referral says is kept. The ledger of disclosures outlives it.")
public class RetentionResource {
    private final CurrentCaller caller;
    private final RetentionService retention;

    RetentionResource(CurrentCaller caller, RetentionService retention) {
        this.caller = caller;
        this.retention = retention;
    }

    @GET
    @Allowed(scope = "roster:read", roles = Roles.DISTRICT_ADMIN)
    @Operation(operationId = "getRetention", summary = "Read a district's retention policies")
    @APIResponse(
            responseCode = "200",
            description = "The policies; none while the district has set none.",
            content = @Content(schema = @Schema(implementation = RetentionDocument.class)))
    public Uni<Response> read(@PathParam("districtId") UUID districtId) {
        return retention.read(caller.get(), districtId).map(RetentionResource::answer);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Allowed(scope = "roster:write", roles = Roles.DISTRICT_ADMIN)
    @Operation(
            operationId = "setRetention",
            summary = "Set a district's retention policies",
            description = "Replaces what it has set before. If-Match names the version that was read.")
    @APIResponse(
            responseCode = "200",
            description = "The policies as they are now.",
            content = @Content(schema = @Schema(implementation = RetentionDocument.class)))
    public Uni<Response> replace(
            @PathParam("districtId") UUID districtId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid RetentionDocument document) {
        return retention
                .replace(caller.get(), districtId, Version.expected(ifMatch), document)
                .map(RetentionResource::answer);
    }

    @GET
    @Path("report")
    @Allowed(scope = "roster:read", roles = Roles.DISTRICT_ADMIN)
    @Operation(operationId = "reportRetention", summary = "See what a purge would do, without doing it")
    @APIResponse(responseCode = "200", description = "Numbers for each policy.")
    public Uni<RetentionReport> report(@PathParam("districtId") UUID districtId) {
        return retention.report(caller.get(), districtId);
    }

    @POST
    @Path("purge")
    @Cancellable(false)
    @Allowed(scope = "roster:write", roles = Roles.DISTRICT_ADMIN)
    @Operation(
            operationId = "purgeRecords",
            summary = "Destroy what is due",
            description =
                    "Up to 100 referrals, or parts of them, at once; what a legal hold or an open access request protects stays."
                            + " Without a body.")
    @APIResponse(responseCode = "200", description = "How many were destroyed, and whether more are due.")
    public Uni<PurgeResult> purge(@PathParam("districtId") UUID districtId) {
        return retention.purge(caller.get(), districtId);
    }

    private static Response answer(Held held) {
        return Response.ok(held.document()).tag(Version.tag(held.version())).build();
    }
}
