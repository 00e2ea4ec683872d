package org.footbridge.directory.gap;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

@Path("/api/v1/directory/gaps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class GapResource {
    private final GapService gaps;
    private final CurrentCaller caller;
    private final Cursors cursors;

    GapResource(GapService gaps, CurrentCaller caller, Cursors cursors) {
        this.gaps = gaps;
        this.caller = caller;
        this.cursors = cursors;
    }

    @GET
    @Allowed(
            scope = "directory:read",
            roles = {Roles.DISTRICT_ADMIN, Roles.COORDINATOR})
    @Operation(
            operationId = "listGaps",
            summary = "What referrals of the district needed and no service offers",
            description =
                    "The newest first, by when each was found for the first time on its day; without age, place or anybody. Scope `directory:read`, role district_admin or"
                            + " coordinator.")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = GapPage.class)))
    @APIResponse(responseCode = "400", description = "A parameter or the cursor is not valid.")
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "The token's role or scope does not allow it.")
    public Uni<Page<GapResponse>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        UUID tenant = caller.get().tenant();
        String identity = "gaps-by-id|" + tenant;
        UUID after = cursor == null
                ? null
                : UUID.fromString(cursors.decode(identity, cursor).getFirst());
        return gaps.list(tenant, after, limit + 1).map(found -> page(found, limit, identity));
    }

    private Page<GapResponse> page(List<GapResponse> found, int limit, String identity) {
        return cursors.page(identity, found, limit, last -> List.of(last.id().toString()));
    }

    /** Documents {@code Page<GapResponse>}, whose type parameter the API document cannot show. */
    @Schema(name = "Gaps", description = "Gaps of a district, the newest first.")
    interface GapPage {
        @Schema(required = true, maxItems = 200)
        List<GapResponse> getItems();

        @Schema(maxLength = 500, description = "Cursor of the next page; absent on the last one.")
        String getNext();
    }
}
