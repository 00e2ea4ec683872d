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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.footbridge.common.web.caller.Open;
import org.footbridge.common.web.paging.Cursors;
import org.footbridge.common.web.paging.Page;
import org.footbridge.common.web.problem.CommonProblem;

@Path("/api/v1/directory/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory truth", description = "Verified, corrected, and each entry there once.")
class ChangesResource {
    private static final UUID FIRST = new UUID(0, 0);
    private static final int LAST_YEAR = 9999;

    private final MergeService merges;
    private final Cursors cursors;

    ChangesResource(MergeService merges, Cursors cursors) {
        this.merges = merges;
        this.cursors = cursors;
    }

    @GET
    @Open(because = "whoever keeps a copy of the public directory must learn what is gone from it")
    @Operation(
            operationId = "listDirectoryChanges",
            summary = "List services that changed, in the order of change",
            description =
                    "For whoever keeps a copy. Entries that are gone, or public no more, stay in the list as tombstones. A long"
                            + " import shows up when it ends, with the time of its beginning: ask from an hour before what you have.")
    @APIResponse(responseCode = "200", description = "A page of changes.")
    @APIResponse(responseCode = "400", description = "A parameter is not valid (invalid-parameter).")
    public Uni<Page<Change>> changes(
            @QueryParam("modified_after")
                    @DefaultValue("1970-01-01T00:00:00Z")
                    @Parameter(
                            description = "Only what changed at or after this time.",
                            schema = @Schema(format = "date-time"))
                    String modifiedAfter,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        Instant from = time(modifiedAfter);
        String list = "directory-changes|" + from;
        List<String> after =
                cursor == null ? List.of(Instant.EPOCH.toString(), FIRST.toString()) : cursors.decode(list, cursor);
        return merges.changes(from, Instant.parse(after.getFirst()), UUID.fromString(after.getLast()), limit + 1)
                .map(found -> cursors.page(
                        list,
                        found,
                        limit,
                        last -> List.of(
                                last.lastModified().toString(), last.id().toString())));
    }

    private static Instant time(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
            throw CommonProblem.INVALID_PARAMETER.because("modified_after is in one of the years 1 to 9999.");
        } catch (DateTimeParseException e) {
            throw CommonProblem.INVALID_PARAMETER.because("modified_after is a time with a zone.");
        }
    }
}
