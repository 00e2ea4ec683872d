package org.footbridge.directory.truth;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an entry that was there twice. */
@Schema(description = "What became of an entry that was there twice: its id is an alias from now on.")
record Merged(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID mergedInto,
        @Schema(required = true) Instant mergedAt) {}
