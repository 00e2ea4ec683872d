package org.footbridge.referral.concern;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Open;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Concerns: left by anybody, looked at by the coordinators of the school. */
@Path("/api/v1/concerns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Concerns",
        description = "What somebody leaves without a name. No referral, until a coordinator makes it one.")
public class ConcernResource {
    private final CurrentCaller caller;
    private final LeaveService leaving;
    private final ConcernService concerns;
    private final Cursors cursors;

    ConcernResource(CurrentCaller caller, LeaveService leaving, ConcernService concerns, Cursors cursors) {
        this.caller = caller;
        this.leaving = leaving;
        this.concerns = concerns;
        this.cursors = cursors;
    }

    @POST
    @Cancellable(false)
    @Open(
            because =
                    "whoever worries about somebody needs no account; it answers nothing but a receipt and whom to call")
    @Operation(
            operationId = "leaveConcern",
            summary = "Leave a concern about somebody, without a name",
            description = "With the code of the school's poster. At most 30 an hour for one school.")
    @APIResponse(
            responseCode = "202",
            description = "The school's coordinators will look at it.",
            content = @Content(schema = @Schema(implementation = ConcernReceipt.class)))
    @APIResponse(responseCode = "429", description = "The school has too many; the answer says whom to call.")
    public Uni<Response> leave(@NotNull @Valid LeaveConcern concern) {
        return leaving.leave(concern).map(receipt -> Response.accepted(receipt).build());
    }

    @GET
    @Allowed(scope = "referral:read", roles = Roles.COORDINATOR)
    @Operation(operationId = "listConcerns", summary = "List the open concerns of the caller's schools, newest first")
    @APIResponse(responseCode = "200", description = "One page.")
    public Uni<Page<ConcernResponse>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        String identity =
                "concerns|" + caller.get().tenant() + "|" + caller.get().subject();
        ConcernRepository.Position after = cursor == null ? null : position(cursors.decode(identity, cursor));
        return concerns.list(caller.get(), after, limit).map(found -> page(found, limit, identity));
    }

    @GET
    @Path("{id}")
    @Allowed(scope = "referral:read", roles = Roles.COORDINATOR)
    @Operation(operationId = "getConcern", summary = "Read a concern")
    @APIResponse(
            responseCode = "200",
            description = "The concern.",
            content = @Content(schema = @Schema(implementation = ConcernResponse.class)))
    public Uni<Response> get(@PathParam("id") UUID id) {
        return concerns.read(caller.get(), id).map(ConcernResource::answer);
    }

    @POST
    @Path("{id}/refer")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "referConcern",
            summary = "Make a referral of a concern",
            description = "The caller is its referrer. The words move into the referral.")
    @APIResponse(
            responseCode = "200",
            description = "Referred; referralId names the referral.",
            content = @Content(schema = @Schema(implementation = ConcernResponse.class)))
    public Uni<Response> refer(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull ReferConcern request) {
        return concerns.refer(caller.get(), id, Version.expected(ifMatch), request)
                .map(ConcernResource::answer);
    }

    @POST
    @Path("{id}/dismiss")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "dismissConcern",
            summary = "Let a concern rest",
            description = "With a code. Its words are deleted.")
    @APIResponse(
            responseCode = "200",
            description = "Dismissed.",
            content = @Content(schema = @Schema(implementation = ConcernResponse.class)))
    public Uni<Response> dismiss(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid DismissConcern request) {
        return concerns.dismiss(caller.get(), id, Version.expected(ifMatch), Dismissal.valueOf(request.code()))
                .map(ConcernResource::answer);
    }

    private Page<ConcernResponse> page(List<LeftConcern> found, int limit, String identity) {
        return cursors.page(identity, found, limit, ConcernResource::position, LeftConcern::toResponse);
    }

    private static List<String> position(LeftConcern last) {
        return List.of(last.receivedAt().toString(), last.id().toString());
    }

    private static ConcernRepository.Position position(List<String> sortKey) {
        return new ConcernRepository.Position(Instant.parse(sortKey.get(0)), UUID.fromString(sortKey.get(1)));
    }

    private static Response answer(LeftConcern concern) {
        return Response.ok(concern.toResponse())
                .tag(Version.tag(concern.version()))
                .build();
    }
}
