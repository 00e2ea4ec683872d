package org.footbridge.directory.truth;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.CurrentCaller;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/api/v1/directory/duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory truth", description = "Verified, corrected, and each entry there once.")
class DuplicatesResource {
    private static final UUID FIRST = new UUID(0, 0);

    private final DuplicateService duplicates;
    private final Cursors cursors;
    private final CurrentCaller caller;

    DuplicatesResource(DuplicateService duplicates, Cursors cursors, CurrentCaller caller) {
        this.duplicates = duplicates;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Allowed(scope = "directory:read", roles = Roles.PLATFORM_ADMIN)
    @Operation(
            operationId = "listPossibleDuplicates",
            summary = "List services that may be there twice",
            description =
                    "Of one name, with the same organization, place, postal code or telephone number; or of similar names,"
                            + " with the same organization or place. What was dismissed is not listed again.")
    @APIResponse(responseCode = "200", description = "A page of pairs.")
    public Uni<Page<Duplicate>> duplicates(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        String list = "possible-duplicates";
        List<String> after =
                cursor == null ? List.of(FIRST.toString(), FIRST.toString()) : cursors.decode(list, cursor);
        return duplicates
                .list(UUID.fromString(after.getFirst()), UUID.fromString(after.getLast()), limit + 1)
                .map(found -> cursors.page(
                        list,
                        found,
                        limit,
                        last -> List.of(last.first().toString(), last.second().toString())));
    }

    @POST
    @Path("/dismissals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Allowed(scope = "directory:write", roles = Roles.PLATFORM_ADMIN)
    @Operation(
            operationId = "dismissPossibleDuplicate",
            summary = "Say that two services are two",
            description =
                    "They are listed as possible duplicates no more. They can still be merged. Saying it again is no fault.")
    @APIResponseSchema(value = Dismissed.class, responseCode = "200", responseDescription = "Dismissed.")
    @APIResponse(responseCode = "404", description = "One of the two is not there (not-found).")
    @APIResponse(responseCode = "422", description = "The same service twice (invalid).")
    public Uni<Dismissed> dismiss(@NotNull @Valid DismissalRequest wanted) {
        return duplicates.dismiss(wanted, caller.get());
    }
}
