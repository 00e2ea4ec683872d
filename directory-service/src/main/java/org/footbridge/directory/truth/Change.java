package org.footbridge.directory.truth;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry that changed. */
@Schema(
        name = "DirectoryChange",
        description =
                "A service that changed. One that is `gone` is a tombstone: drop your copy, or follow `mergedInto`."
                        + " So is one that the public does not see any more.")
record Change(
        @Schema(required = true) UUID id,

        @Schema(required = true, maxLength = 40, description = "As in HSDS.")
        String status,

        @Schema(required = true) boolean gone,
        UUID mergedInto,
        @Schema(required = true) Instant lastModified) {}
