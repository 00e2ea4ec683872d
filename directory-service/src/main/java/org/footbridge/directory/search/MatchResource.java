package org.footbridge.directory.search;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.problem.CommonProblem;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/v1/directory/match")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class MatchResource {
    private final MatchService matches;
    private final CurrentCaller caller;

    MatchResource(MatchService matches, CurrentCaller caller) {
        this.matches = matches;
        this.caller = caller;
    }

    @POST
    @Cancellable(false)
    @Allowed(
            scope = "directory:read",
            roles = {Roles.COORDINATOR, Roles.COUNSELOR, Roles.DISTRICT_APP})
    @Operation(
            operationId = "matchServices",
            summary = "Where a referral could be placed",
            description =
                    "Takes what the referral needs in codes, never for whom. Services with room come first; each that is left"
                            + " out comes with its reasons. Where nothing fits, the gap is kept for the district and published as"
                            + " `directory.gap_found.v1`. Scope `directory:read`, role coordinator, counselor or district_app.")
    @APIResponse(
            responseCode = "200",
            description = "Placements, exclusions and, where nothing fits, the gap.",
            content = @Content(schema = @Schema(implementation = MatchAnswer.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read.")
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(
            responseCode = "403",
            description = "The token's role or scope does not allow it, or it names no district.")
    @APIResponse(responseCode = "415", description = "Not application/json.")
    @APIResponse(responseCode = "422", description = "A term is not valid; `errors` names each.")
    public Uni<MatchAnswer> match(@NotNull @Valid MatchRequest need) {
        if (caller.get().tenant() == null) {
            throw CommonProblem.FORBIDDEN.because("Only a district places referrals.");
        }
        return matches.match(
                SearchTermsReader.ofBody(need.search()), caller.get().tenant());
    }
}
