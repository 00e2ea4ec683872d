package org.footbridge.referral.consent.electronic;

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

/** Requests for consent, for the school's coordinator. */
@Path("/api/v1/referrals/{referralId}/consent-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
public class ConsentRequestResource {
    private final CurrentCaller caller;
    private final ConsentRequestService requests;
    private final IdempotencyKeys keys;

    ConsentRequestResource(CurrentCaller caller, ConsentRequestService requests, IdempotencyKeys keys) {
        this.caller = caller;
        this.requests = requests;
        this.keys = keys;
    }

    @POST
    @Cancellable(false)
    @Allowed(scope = "consent:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "requestConsent",
            summary = "Ask for a consent by mail",
            description =
                    "Each signer gets a link of his or her own, which works for seven days. The page behind it names"
                            + " nobody before a one-time code was typed that goes to the address in the roster.")
    @APIResponse(
            responseCode = "201",
            description = "The mails are on their way.",
            content = @Content(schema = @Schema(implementation = ConsentRequestResponse.class)))
    public Uni<Response> ask(@PathParam("referralId") UUID referralId, @NotNull @Valid AskForConsent form) {
        return keys.once(form, () -> requests.ask(caller.get(), referralId, form)
                .map(asked -> Response.created(URI.create("/api/v1/referrals/" + referralId + "/consent-requests/"
                                + asked.request().id()))
                        .entity(ConsentRequestResponse.of(asked))
                        .tag(Version.tag(asked.request().version()))
                        .build()));
    }

    @GET
    @Allowed(scope = "consent:read", roles = Roles.COORDINATOR)
    @Operation(operationId = "listConsentRequests", summary = "List a referral's requests for consent, newest first")
    @APIResponse(responseCode = "200", description = "All of them.")
    public Uni<Page<ConsentRequestResponse>> list(@PathParam("referralId") UUID referralId) {
        return requests.list(caller.get(), referralId)
                .map(all ->
                        new Page<>(all.stream().map(ConsentRequestResponse::of).toList(), null));
    }

    @GET
    @Path("{id}")
    @Allowed(scope = "consent:read", roles = Roles.COORDINATOR)
    @Operation(operationId = "getConsentRequest", summary = "Read a request for consent")
    @APIResponse(
            responseCode = "200",
            description = "The request.",
            content = @Content(schema = @Schema(implementation = ConsentRequestResponse.class)))
    public Uni<Response> get(@PathParam("referralId") UUID referralId, @PathParam("id") UUID id) {
        return requests.read(caller.get(), referralId, id).map(ConsentRequestResource::answer);
    }

    @POST
    @Path("{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    @Cancellable(false)
    @Allowed(scope = "consent:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "cancelConsentRequest",
            summary = "Call a request for consent off",
            description = "Its links are dead at once. Without a body; If-Match names the request's version.")
    @APIResponse(
            responseCode = "200",
            description = "Called off.",
            content = @Content(schema = @Schema(implementation = ConsentRequestResponse.class)))
    public Uni<Response> cancel(
            @PathParam("referralId") UUID referralId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return requests.cancel(caller.get(), referralId, id, Version.expected(ifMatch))
                .map(ConsentRequestResource::answer);
    }

    @POST
    @Path("{id}/resend")
    @Consumes(MediaType.WILDCARD)
    @Cancellable(false)
    @Allowed(scope = "consent:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "resendConsentRequest",
            summary = "Mail new links to those who have not answered",
            description = "The old links are dead at once. Without a body; If-Match names the request's version.")
    @APIResponse(
            responseCode = "200",
            description = "The mails are on their way.",
            content = @Content(schema = @Schema(implementation = ConsentRequestResponse.class)))
    public Uni<Response> resend(
            @PathParam("referralId") UUID referralId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return requests.resend(caller.get(), referralId, id, Version.expected(ifMatch))
                .map(ConsentRequestResource::answer);
    }

    private static Response answer(ConsentRequestService.Asked asked) {
        return Response.ok(ConsentRequestResponse.of(asked))
                .tag(Version.tag(asked.request().version()))
                .build();
    }
}
