package org.footbridge.referral.consent;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Consents of a referral, for the school's coordinator. */
@Path("/api/v1/referrals/{referralId}/consents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Consents", description = "Who allowed which records to go to whom, for what and until when.")
public class ConsentResource {
    private final CurrentCaller caller;
    private final ConsentService consents;
    private final IdempotencyKeys keys;

    ConsentResource(CurrentCaller caller, ConsentService consents, IdempotencyKeys keys) {
        this.caller = caller;
        this.consents = consents;
        this.keys = keys;
    }

    @POST
    @Cancellable(false)
    @Allowed(scope = "consent:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "recordConsent",
            summary = "Record a consent that was signed on paper",
            description = "The referral becomes READY. If-Match with the referral's version is optional here.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content = @Content(schema = @Schema(implementation = ConsentResponse.class)))
    public Uni<Response> record(
            @PathParam("referralId") UUID referralId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid RecordConsentRequest request) {
        return keys.once(request, () -> consents.record(
                        caller.get(), referralId, ifMatch == null ? Version.ANY : Version.expected(ifMatch), request)
                .map(dated -> Response.created(URI.create("/api/v1/referrals/" + referralId + "/consents/"
                                + dated.consent().id()))
                        .entity(ConsentResponse.of(dated.consent(), dated.today()))
                        .tag(Version.tag(dated.consent().version()))
                        .build()));
    }

    @GET
    @Allowed(scope = "consent:read", roles = Roles.COORDINATOR)
    @Operation(operationId = "listConsents", summary = "List a referral's consents, oldest first")
    @APIResponse(responseCode = "200", description = "All of them, the revoked and expired ones too.")
    public Uni<Page<ConsentResponse>> list(@PathParam("referralId") UUID referralId) {
        return consents.list(caller.get(), referralId)
                .map(all -> new Page<>(
                        all.stream()
                                .map(dated -> ConsentResponse.of(dated.consent(), dated.today()))
                                .toList(),
                        null));
    }

    @GET
    @Path("{id}")
    @Allowed(scope = "consent:read", roles = Roles.COORDINATOR)
    @Operation(operationId = "getConsent", summary = "Read a consent")
    @APIResponse(
            responseCode = "200",
            description = "The consent.",
            content = @Content(schema = @Schema(implementation = ConsentResponse.class)))
    public Uni<Response> get(@PathParam("referralId") UUID referralId, @PathParam("id") UUID id) {
        return consents.read(caller.get(), referralId, id).map(ConsentResource::answer);
    }

    @POST
    @Path("{id}/revoke")
    @Cancellable(false)
    @Allowed(scope = "consent:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "revokeConsent",
            summary = "Revoke a consent",
            description = "Closes at once whatever no other live consent covers. If-Match names the consent's version.")
    @APIResponse(
            responseCode = "200",
            description = "Revoked.",
            content = @Content(schema = @Schema(implementation = ConsentResponse.class)))
    public Uni<Response> revoke(
            @PathParam("referralId") UUID referralId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return consents.revoke(caller.get(), referralId, id, Version.expected(ifMatch))
                .map(ConsentResource::answer);
    }

    private static Response answer(ConsentService.Dated dated) {
        return Response.ok(ConsentResponse.of(dated.consent(), dated.today()))
                .tag(Version.tag(dated.consent().version()))
                .build();
    }
}
