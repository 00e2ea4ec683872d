package org.footbridge.directory.truth;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two entries that may be one. */
@Schema(
        name = "PossibleDuplicate",
        description = "Two services of the same or a similar name that may be one, and what speaks for it.")
record Duplicate(
        @Schema(required = true) UUID first,
        @Schema(required = true) UUID second,

        @Schema(required = true, maxLength = 500, description = "Of the first.")
        String name,

        @Schema(required = true, maxLength = 500, description = "Of the second.")
        String secondName,

        @Schema(
                required = true,
                maxItems = 10,
                description =
                        "similar-name (otherwise the name is the same), same-organization, same-organization-name,"
                                + " same-place, same-postal-code, same-phone; more may come.")
        List<String> reasons) {}
