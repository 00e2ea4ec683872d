package org.footbridge.directory.search;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was looked for in vain. */
@Schema(description = "What was looked for in vain. A count below 10 is not shown.")
public record EmptySearches(
        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate to,
        @Schema(required = true, maxItems = 1000) List<Count> items) {

    /** One criterion. */
    @Schema(name = "EmptySearchCount")
    public record Count(
            @Schema(
                    required = true,
                    maxLength = 40,
                    examples = "language",
                    description = "`any` counts all empty searches.")
            String criterion,

            @Schema(
                    required = true,
                    maxLength = 60,
                    examples = "so",
                    description = "Empty where only the criterion is counted.")
            String code,

            @Schema(required = true, minimum = "10") long searches) {}
}
