package org.footbridge.referral.referral;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Referral forms on their way, for their authors. */
@Path("/api/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Drafts",
        description = "Referral forms on their way: seen by their author alone, gone 30 days after the last save.")
public class DraftResource {
    private final CurrentCaller caller;
    private final DraftService drafts;
    private final IdempotencyKeys keys;
    private final Cursors cursors;

    DraftResource(CurrentCaller caller, DraftService drafts, IdempotencyKeys keys, Cursors cursors) {
        this.caller = caller;
        this.drafts = drafts;
        this.keys = keys;
        this.cursors = cursors;
    }

    @POST
    @Path("drafts")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(
            operationId = "beginReferralDraft",
            summary = "Keep a referral form for later",
            description = "Only studentId is needed. Nobody hears of it.")
    @APIResponse(
            responseCode = "201",
            description = "Kept.",
            content = @Content(schema = @Schema(implementation = DraftResponse.class)))
    public Uni<Response> begin(@NotNull DraftForm form) {
        return keys.once(form, () -> drafts.begin(caller.get(), form).map(kept -> Response.created(
                        URI.create("/api/v1/referrals/drafts/" + kept.draft().id()))
                .entity(DraftResponse.of(kept))
                .tag(Version.tag(kept.draft().version()))
                .build()));
    }

    @GET
    @Path("drafts")
    @Allowed(
            scope = "referral:read",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(operationId = "listReferralDrafts", summary = "List one's own drafts, newest first")
    @APIResponse(responseCode = "200", description = "One page.")
    public Uni<Page<DraftResponse>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        String identity = "drafts|" + caller.get().tenant() + "|" + caller.get().subject();
        UUID before = cursor == null
                ? null
                : UUID.fromString(cursors.decode(identity, cursor).getFirst());
        return drafts.list(caller.get(), before, limit + 1).map(found -> page(found, limit, identity));
    }

    @GET
    @Path("drafts/{id}")
    @Allowed(
            scope = "referral:read",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(operationId = "getReferralDraft", summary = "Read one's own draft")
    @APIResponse(
            responseCode = "200",
            description = "The draft.",
            content = @Content(schema = @Schema(implementation = DraftResponse.class)))
    public Uni<Response> get(@PathParam("id") UUID id) {
        return drafts.read(caller.get(), id).map(DraftResource::answer);
    }

    @PUT
    @Path("drafts/{id}")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(
            operationId = "saveReferralDraft",
            summary = "Save a draft again",
            description = "Replaces the whole form, and the 30 days begin anew.")
    @APIResponse(
            responseCode = "200",
            description = "Saved.",
            content = @Content(schema = @Schema(implementation = DraftResponse.class)))
    public Uni<Response> save(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull DraftForm form) {
        return drafts.save(caller.get(), id, Version.expected(ifMatch), form).map(DraftResource::answer);
    }

    @DELETE
    @Path("drafts/{id}")
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(operationId = "discardReferralDraft", summary = "Throw a draft away")
    @APIResponse(responseCode = "204", description = "Gone.")
    public Uni<Void> discard(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return drafts.discard(caller.get(), id, Version.expected(ifMatch));
    }

    @POST
    @Path("drafts/{id}/submit")
    @Consumes(MediaType.WILDCARD)
    @Cancellable(false)
    @Allowed(
            scope = "referral:write",
            roles = {Roles.EDUCATOR, Roles.COUNSELOR, Roles.COORDINATOR})
    @Operation(
            operationId = "submitReferralDraft",
            summary = "Refer the student with the draft as it is",
            description =
                    "All rules of the form hold now: 422 names every fault by its place in the form, and the draft"
                            + " stays. Without a body.")
    @APIResponse(responseCode = "422", description = "The form has faults; the draft stays.")
    @APIResponse(
            responseCode = "201",
            description = "Submitted; the draft is gone.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Uni<Response> submit(@PathParam("id") UUID id) {
        return keys.once(null, () -> drafts.submit(caller.get(), id).map(ReferralAnswers::created));
    }

    private Page<DraftResponse> page(List<DraftService.Kept> found, int limit, String identity) {
        return cursors.page(
                identity, found, limit, last -> List.of(last.draft().id().toString()), DraftResponse::of);
    }

    private static Response answer(DraftService.Kept kept) {
        return Response.ok(DraftResponse.of(kept))
                .tag(Version.tag(kept.draft().version()))
                .build();
    }
}
