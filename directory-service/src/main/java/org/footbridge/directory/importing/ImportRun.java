package org.footbridge.directory.importing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.common.web.problem.Fault;

/** A run as it is read. */
@Schema(
        name = "ImportRun",
        description = "A file and what became of it. `errors` and `warnings` hold the first thousand each, with their"
                + " places: a JSON Pointer, `/lines/3/name`, or `/services.csv/2/status` (row 1 is the header).")
record ImportRun(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID sourceId,

        @Schema(required = true, description = "More forms may come.")
        String format,

        @Schema(
                required = true,
                description = "RUNNING; REJECTED: nothing was changed; CHECKED: a dry run that would have been applied;"
                        + " APPLIED. More may come.")
        String state,

        @Schema(required = true) boolean dryRun,
        @Schema(required = true, minimum = "0") int bytes,
        @Schema(required = true, maxLength = 64) String sha256,

        @Schema(description = "Of a run that was checked or applied.")
        ImportCounts counts,

        @Schema(required = true, maxItems = 1000) List<Fault> errors,
        @Schema(required = true, minimum = "0") int errorCount,
        @Schema(required = true, maxItems = 1000) List<Fault> warnings,
        @Schema(required = true, minimum = "0") int warningCount,
        @Schema(required = true) Instant createdAt,
        Instant finishedAt) {}
