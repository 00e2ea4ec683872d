package org.footbridge.directory.truth;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two entries that may be one. */
@Schema(
        name = "PossibleDuplicate",
        description = "Two services of the same name that may be one, and what speaks for it.")
record Duplicate(
        @Schema(required = true) UUID first,
        @Schema(required = true) UUID second,
        @Schema(required = true, maxLength = 500) String name,

        @Schema(
                required = true,
                maxItems = 10,
                description = "same-organization, same-organization-name, same-postal-code, same-phone; more may come.")
        List<String> reasons) {}
