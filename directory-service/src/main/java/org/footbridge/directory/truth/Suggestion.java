package org.footbridge.directory.truth;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A suggestion as an editor reads it. */
@Schema(description = "What somebody says should stand there instead, and what became of it.")
record Suggestion(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID serviceId,

        @Schema(required = true, description = "More fields may come.")
        String field,

        @Schema(required = true, maxLength = 2000) String value,

        @Schema(maxLength = 10000, description = "What stood there when it was suggested.")
        String seenValue,

        @Schema(maxLength = 500) String reason,

        @Schema(required = true, description = "OPEN, ACCEPTED or REJECTED; more may come.")
        String state,

        @Schema(required = true) Instant createdAt,
        Instant decidedAt,
        @JsonIgnore long version) {

    boolean isOpen() {
        return state.equals("OPEN");
    }
}
