package org.footbridge.referral.retention;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one purge has done. */
@Schema(description = "What one purge has done.")
public record PurgeResult(
        @Schema(minimum = "0", maximum = "100", examples = "12")
        int purged,

        @Schema(description = "More is due: ask again.") boolean more) {}
