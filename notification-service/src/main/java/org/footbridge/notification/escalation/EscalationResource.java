package org.footbridge.notification.escalation;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.problem.ProblemDocument;

/** The log of a crisis, for those whose turn it was. */
@Path("/api/v1/notifications/escalations/{referralId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Escalations", description = "Who was told of a crisis, when and how.")
@APIResponse(
        responseCode = "default",
        description = "A problem; see its type.",
        content =
                @Content(
                        mediaType = ProblemDocument.MEDIA_TYPE,
                        schema = @Schema(implementation = ProblemDocument.class)))
public class EscalationResource {
    private final CurrentCaller caller;
    private final EscalationService escalations;
    private final Cursors cursors;

    public EscalationResource(CurrentCaller caller, EscalationService escalations, Cursors cursors) {
        this.caller = caller;
        this.escalations = escalations;
        this.cursors = cursors;
    }

    @GET
    @Allowed(
            scope = "notification:read",
            roles = {Roles.COORDINATOR, Roles.COUNSELOR, Roles.EDUCATOR})
    @Operation(operationId = "getEscalation", summary = "Read how far a crisis has been passed on")
    @APIResponse(responseCode = "200", description = "How it stands, as far as this service has heard.")
    @APIResponse(responseCode = "404", description = "No crisis that the caller was to be told of (not-found).")
    public Uni<EscalationResponse> read(@PathParam("referralId") UUID referralId) {
        return escalations
                .read(caller.get(), referralId)
                .map(escalation -> EscalationResponse.of(referralId, escalation));
    }

    @GET
    @Path("/steps")
    @Allowed(
            scope = "notification:read",
            roles = {Roles.COORDINATOR, Roles.COUNSELOR, Roles.EDUCATOR})
    @Operation(operationId = "listEscalationSteps", summary = "List who was told of a crisis, in the order of time")
    @APIResponse(responseCode = "200", description = "One page of steps.")
    @APIResponse(responseCode = "404", description = "No crisis that the caller was to be told of (not-found).")
    public Uni<Page<StepResponse>> steps(
            @PathParam("referralId") UUID referralId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Schema(maxLength = 500) String cursor) {
        String identity = "escalation/" + caller.get().tenant() + "/" + referralId;
        UUID after = cursor == null
                ? null
                : UUID.fromString(cursors.decode(identity, cursor).getFirst());
        return escalations.steps(caller.get(), referralId, after, limit + 1).map(found -> page(found, limit, identity));
    }

    private Page<StepResponse> page(List<EscalationStep> found, int limit, String identity) {
        return cursors.page(identity, found, limit, last -> List.of(last.id().toString()), StepResponse::of);
    }
}
