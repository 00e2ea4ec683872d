package org.footbridge.directory.truth;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Allowed;
import org.footbridge.common.web.caller.Roles;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;

@Path("/api/v1/directory/duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory truth", description = "Verified, corrected, and each entry there once.")
class DuplicatesResource {
    private static final UUID FIRST = new UUID(0, 0);

    private final MergeService merges;
    private final Cursors cursors;

    DuplicatesResource(MergeService merges, Cursors cursors) {
        this.merges = merges;
        this.cursors = cursors;
    }

    @GET
    @Allowed(scope = "directory:read", roles = Roles.PLATFORM_ADMIN)
    @Operation(
            operationId = "listPossibleDuplicates",
            summary = "List services that may be there twice",
            description = "Of one name, with the same organization, postal code or telephone number.")
    @APIResponse(responseCode = "200", description = "A page of pairs.")
    public Uni<Page<Duplicate>> duplicates(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        String list = "possible-duplicates";
        List<String> after =
                cursor == null ? List.of(FIRST.toString(), FIRST.toString()) : cursors.decode(list, cursor);
        return merges.duplicates(UUID.fromString(after.getFirst()), UUID.fromString(after.getLast()), limit + 1)
                .map(found -> {
                    if (found.size() <= limit) {
                        return new Page<>(found, null);
                    }
                    List<Duplicate> items = found.subList(0, limit);
                    Duplicate last = items.getLast();
                    return new Page<>(
                            items,
                            cursors.encode(
                                    list,
                                    List.of(
                                            last.first().toString(),
                                            last.second().toString())));
                });
    }
}
