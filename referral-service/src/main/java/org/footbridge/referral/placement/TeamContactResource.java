package org.footbridge.referral.placement;

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
import org.footbridge.common.persistence.idempotency.IdempotencyKeys;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.server.Cancellable;

/** How the school's own team tried to reach a family, and when it may give up. */
@Path("/api/v1/referrals/{referralId}/placements/{placementId}/team")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Help inside the school")
public class TeamContactResource {
    private final CurrentCaller caller;
    private final TeamService team;
    private final ContactService contacts;
    private final IdempotencyKeys keys;

    TeamContactResource(CurrentCaller caller, TeamService team, ContactService contacts, IdempotencyKeys keys) {
        this.caller = caller;
        this.team = team;
        this.contacts = contacts;
        this.keys = keys;
    }

    @POST
    @Path("contact-attempts")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(
            operationId = "recordContactAttemptInSchool",
            summary = "Record a try to reach the family",
            description = "No words of it are kept. If-Match names the placement's version.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; the ETag is the placement's.",
            content = @Content(schema = @Schema(implementation = ContactAttemptResponse.class)))
    public Uni<Response> attempt(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ContactAttemptRequest request) {
        long expected = Version.expected(ifMatch);
        return keys.once(request, () -> team.of(caller.get(), referralId, placementId)
                .chain(() -> contacts.attempt(caller.get(), placementId, expected, request))
                .map(ContactResource::created));
    }

    @POST
    @Path("could-not-contact")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COUNSELOR)
    @Operation(
            operationId = "endPlacementInSchoolWithoutContact",
            summary = "End a placement because the family could not be reached",
            description =
                    "After three tries in vain on different days or over different channels, not all on one day; before that 409"
                            + " too-few-attempts. The referral goes back to the coordinator.")
    @APIResponse(
            responseCode = "200",
            description = "Ended.",
            content = @Content(schema = @Schema(implementation = PlacementItem.class)))
    public Uni<Response> couldNotContact(
            @PathParam("referralId") UUID referralId,
            @PathParam("placementId") UUID placementId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        long expected = Version.expected(ifMatch);
        return team.of(caller.get(), referralId, placementId)
                .chain(() -> contacts.couldNotContact(caller.get(), placementId, expected))
                .map(PlacementResource::answer);
    }
}
