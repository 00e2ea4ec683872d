package org.footbridge.directory.importing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.Fault;

/** What an import did. */
@Schema(description = "What an import did: how many records of each kind were new, changed or the same as before.")
public record ImportReport(
        @Schema(required = true) Counts organizations,
        @Schema(required = true) Counts services,
        @Schema(required = true) Counts capacities,

        @Schema(required = true, maxItems = 1000, description = "What is odd but was taken.")
        List<Fault> warnings) {

    /** Records of one kind. */
    @Schema(name = "ImportCounts")
    public record Counts(
            @Schema(required = true, minimum = "0") int created,
            @Schema(required = true, minimum = "0") int updated,
            @Schema(required = true, minimum = "0") int unchanged) {}
}
