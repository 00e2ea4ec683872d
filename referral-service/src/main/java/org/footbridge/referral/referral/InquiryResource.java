package org.footbridge.referral.referral;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** Questions about a referral and their answers. */
@Path("/api/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals")
public class InquiryResource {
    private final CurrentCaller caller;
    private final InquiryService inquiries;

    InquiryResource(CurrentCaller caller, InquiryService inquiries) {
        this.caller = caller;
        this.inquiries = inquiries;
    }

    @POST
    @Path("{id}/ask-info")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "askForInformation",
            summary = "Ask the referrer a question",
            description = "The referral waits as NEEDS_INFO. Only before triage.")
    @APIResponse(
            responseCode = "200",
            description = "The question is open.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Uni<Response> ask(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AskInfoRequest request) {
        return inquiries
                .ask(caller.get(), id, Version.expected(ifMatch), request)
                .map(ReferralAnswers::answer);
    }

    @POST
    @Path("{id}/supply-info")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(
            operationId = "supplyInformation",
            summary = "Answer the coordinator's question",
            description = "By the referrer or by a coordinator. The referral is SUBMITTED again and waits for triage.")
    @APIResponse(
            responseCode = "200",
            description = "Answered.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Uni<Response> answer(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SupplyInfoRequest request) {
        return inquiries
                .answer(caller.get(), id, Version.expected(ifMatch), request)
                .map(ReferralAnswers::answer);
    }
}
