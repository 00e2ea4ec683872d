package org.footbridge.notification.webhook;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.input.StoredTimes;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.ProblemDocument;
import org.footbridge.notification.endpoint.OwnerCaller;
import org.footbridge.notification.webhook.MessageRepository.Place;
import org.footbridge.notification.webhook.MessageRepository.Pulled;

/** Webhooks without a server that can be reached: the owner asks for its messages. */
@Path("/api/v1/webhooks/endpoints/{id}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhook deliveries")
@APIResponse(
        responseCode = "default",
        description = "A problem; see its type.",
        content =
                @Content(
                        mediaType = ProblemDocument.MEDIA_TYPE,
                        schema = @Schema(implementation = ProblemDocument.class)))
public class PullResource {
    private final PullService pull;
    private final OwnerCaller caller;
    private final Cursors cursors;

    public PullResource(PullService pull, OwnerCaller caller, Cursors cursors) {
        this.pull = pull;
        this.caller = caller;
        this.cursors = cursors;
    }

    @GET
    @Allowed(
            scope = "webhook:manage",
            roles = {Roles.AGENCY_ADMIN, Roles.AGENCY_APP, Roles.DISTRICT_APP})
    @Operation(
            operationId = "pullWebhookMessages",
            summary = "Fetch the messages that the endpoint wants, in order, from behind a firewall")
    @APIResponse(responseCode = "200", description = "The next messages; none where there are none yet.")
    public Uni<PulledResponse> messages(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor")
                    @Schema(maxLength = 500, description = "Of the answer before; from the beginning without.")
                    String cursor,
            @QueryParam("since") @Schema(description = "Nothing that is older.") Instant since) {
        String identity = "webhook-messages/" + caller.id() + "/" + id;
        Place after = cursor == null ? Place.START : place(cursors.decode(identity, cursor));
        Instant from = since == null ? Instant.EPOCH : since;
        if (!StoredTimes.holds(from)) {
            throw CommonProblem.INVALID_PARAMETER.because("since lies in one of the years 1 to 9999.");
        }
        return pull.pull(caller.id(), id, after, from, limit + 1).map(found -> page(found, limit, identity, after));
    }

    private PulledResponse page(List<Pulled> found, int limit, String identity, Place after) {
        List<Pulled> shown = found.stream().limit(limit).toList();
        Place last = shown.isEmpty()
                ? after
                : new Place(shown.getLast().xid(), shown.getLast().id());
        return new PulledResponse(
                shown.stream().map(PulledResponse.Message::from).toList(),
                cursors.encode(identity, List.of(last.xid(), last.id().toString())),
                found.size() > limit);
    }

    private static Place place(List<String> key) {
        return new Place(key.get(0), UUID.fromString(key.get(1)));
    }
}
