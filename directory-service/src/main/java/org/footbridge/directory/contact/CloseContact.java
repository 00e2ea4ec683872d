package org.footbridge.directory.contact;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a request for contact. */
@Schema(description = "What came of it.", examples = "{\"outcome\":\"REACHED\"}")
public record CloseContact(@NotNull Outcome outcome) {

    /** A code. */
    public enum Outcome {
        REACHED,
        NOT_REACHED,
        REFERRED_ELSEWHERE,
        NOT_FOR_US
    }
}
