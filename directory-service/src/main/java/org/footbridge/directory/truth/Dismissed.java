package org.footbridge.directory.truth;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody has looked at and found to be two. */
@Schema(name = "DismissedDuplicate", description = "Two services that somebody has looked at and found to be two.")
record Dismissed(
        @Schema(required = true) UUID first,
        @Schema(required = true) UUID second,

        @Schema(required = true, description = "When it was said first.")
        Instant dismissedAt) {}
