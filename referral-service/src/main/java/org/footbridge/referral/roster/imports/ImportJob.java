package org.footbridge.referral.roster.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.roster.oneroster.ImportFault;

/** An import as it is read. */
@Schema(name = "RosterImport", description = "An import of a roster package and what became of it.")
record ImportJob(
        UUID id,
        ImportState state,

        @Schema(description = "Whether the shrink guard was switched off.")
        boolean forced,

        @Schema(description = "Only of an applied import.") ImportCounts counts,

        @Schema(description = "Faults of a rejected package, the first thousand.")
        List<ImportFault> errors,

        @Schema(description = "All faults.") int errorCount,
        Instant createdAt,
        Instant finishedAt) {}
