package org.footbridge.referral.referral;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
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

/** Referrals, for the school's side. */
@Path("/api/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals", description = "A student's need on the school's side, from the form to the outcome.")
public class ReferralResource {
    private final CurrentCaller caller;
    private final SubmissionService submissions;
    private final ReferralService referrals;
    private final IdempotencyKeys keys;

    ReferralResource(
            CurrentCaller caller, SubmissionService submissions, ReferralService referrals, IdempotencyKeys keys) {
        this.caller = caller;
        this.submissions = submissions;
        this.referrals = referrals;
        this.keys = keys;
    }

    @POST
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(
            operationId = "submitReferral",
            summary = "Refer a student",
            description = "For staff of one of the student's schools. Every fault of the form is named at once.")
    @APIResponse(
            responseCode = "201",
            description = "Submitted; the school's coordinators see it.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Uni<Response> submit(@NotNull SubmitReferralRequest form) {
        return keys.once(form, () -> submissions.submit(caller.get(), form).map(ReferralAnswers::created));
    }

    @GET
    @Path("{id}")
    @Allowed(
            scope = "referral:read",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(operationId = "getReferral", summary = "Read a referral")
    @APIResponse(
            responseCode = "200",
            description = "The referral, as far as the caller's relation goes.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    @APIResponse(responseCode = "304", description = "It is still the version of If-None-Match.")
    public Uni<Response> get(@PathParam("id") UUID id, @Context Request request) {
        return referrals.read(caller.get(), id).map(shown -> {
            Response.ResponseBuilder same =
                    request.evaluatePreconditions(Version.tag(shown.referral().version()));
            return same == null ? ReferralAnswers.answer(shown) : same.build();
        });
    }

    @GET
    @Path("{id}/transitions")
    @Allowed(
            scope = "referral:read",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(operationId = "listReferralTransitions", summary = "Ask what may be done next")
    @APIResponse(responseCode = "200", description = "Each step, whether the caller may take it now, and why not.")
    public Uni<NextSteps> transitions(@PathParam("id") UUID id) {
        return referrals.nextSteps(caller.get(), id);
    }

    @GET
    @Path("{id}/history")
    @Allowed(
            scope = "referral:read",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(operationId = "getReferralHistory", summary = "Read every step so far, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "The steps of the referral, its placements and their appointments.")
    public Uni<Page<HistoryItem>> history(@PathParam("id") UUID id) {
        return referrals.history(caller.get(), id).map(history -> {
            boolean coordinator = history.opened().seesAll();
            List<HistoryItem> items = history.entries().stream()
                    .map(entry -> HistoryItem.of(entry, history.people(), coordinator))
                    .toList();
            return new Page<>(items, null);
        });
    }

    @POST
    @Path("{id}/triage")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "triageReferral",
            summary = "Triage a referral",
            description = "It then waits for the family's consent. The caller becomes its coordinator.")
    @APIResponse(
            responseCode = "200",
            description = "Triaged.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Uni<Response> triage(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid TriageRequest request) {
        return referrals
                .triage(caller.get(), id, Version.expected(ifMatch), request)
                .map(ReferralAnswers::answer);
    }

    @POST
    @Path("{id}/refuse-consent")
    @Cancellable(false)
    @Allowed(scope = "consent:write", roles = Roles.COORDINATOR)
    @Operation(operationId = "refuseConsent", summary = "Record that the family refuses its consent")
    @APIResponse(
            responseCode = "200",
            description = "Closed as CONSENT_REFUSED.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Uni<Response> refuseConsent(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid NoteRequest request) {
        return referrals
                .refuseConsent(caller.get(), id, Version.expected(ifMatch), request)
                .map(ReferralAnswers::answer);
    }

    @POST
    @Path("{id}/withdraw")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(
            operationId = "withdrawReferral",
            summary = "Take a referral back",
            description = "By the referrer before triage, by a coordinator at any time. Closes the agency's access.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Uni<Response> withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid WithdrawRequest request) {
        return referrals
                .withdraw(caller.get(), id, Version.expected(ifMatch), request)
                .map(ReferralAnswers::answer);
    }

    @POST
    @Path("{id}/enter-in-error")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "enterReferralInError",
            summary = "Mark a referral as entered in error",
            description = "Possible in every state, the final ones included. Closes the agency's access.")
    @APIResponse(
            responseCode = "200",
            description = "Marked.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Uni<Response> enterInError(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ErrorRequest request) {
        return referrals
                .enterInError(caller.get(), id, Version.expected(ifMatch), request)
                .map(ReferralAnswers::answer);
    }
}
