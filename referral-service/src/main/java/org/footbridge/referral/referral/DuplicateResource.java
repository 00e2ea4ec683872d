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
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.precondition.Version;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Referrals of one student that are about the same need. */
@Path("/api/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals")
public class DuplicateResource {
    private final CurrentCaller caller;
    private final DuplicateService duplicates;

    DuplicateResource(CurrentCaller caller, DuplicateService duplicates) {
        this.caller = caller;
        this.duplicates = duplicates;
    }

    @GET
    @Path("{id}/duplicates")
    @Allowed(scope = "referral:read", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "listReferralDuplicates",
            summary = "List other open referrals of the same student",
            description = "At schools that the caller coordinates, newest first, at most 50. Found by the student's id,"
                    + " never by a name.")
    @APIResponse(responseCode = "200", description = "Those that this one may be a duplicate of.")
    public Uni<Page<ReferralItem>> suggest(@PathParam("id") UUID id) {
        return duplicates
                .suggest(caller.get(), id)
                .map(found -> new Page<>(
                        found.page().stream()
                                .map(referral -> ReferralItem.of(referral, found.who(), Attendance.Told.NOTHING))
                                .toList(),
                        null));
    }

    @POST
    @Path("{id}/mark-duplicate")
    @Cancellable(false)
    @Allowed(scope = "referral:write", roles = Roles.COORDINATOR)
    @Operation(
            operationId = "markReferralAsDuplicate",
            summary = "End a referral that goes on in another one",
            description =
                    "Ends as DUPLICATE; the other one keeps a note in its history. 422 names of where it is itself, has ended or is of another student.")
    @APIResponse(
            responseCode = "200",
            description = "Joined.",
            content = @Content(schema = @Schema(implementation = ReferralResponse.class)))
    public Uni<Response> mark(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid MarkDuplicateRequest request) {
        return duplicates
                .mark(caller.get(), id, Version.expected(ifMatch), request.of())
                .map(ReferralAnswers::answer);
    }
}
