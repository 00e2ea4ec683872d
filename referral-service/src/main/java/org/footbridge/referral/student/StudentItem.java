package org.footbridge.referral.student;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A student in a list. */
@Schema(description = "A student in a list. Nothing here tells whether there is a referral.")
record StudentItem(
        UUID id,

        @Schema(description = "The school system's own id.", maxLength = 255)
        String sourcedId,

        @Schema(maxLength = 1000) String givenName,
        @Schema(maxLength = 1000) String familyName,
        @Schema(maxLength = 1000) String preferredGivenName,
        @Schema(maxLength = 1000) String preferredFamilyName,

        @Schema(description = "CEDS codes such as KG or 09.")
        List<String> grades,

        @Schema(description = "The caller's schools that the student attends.")
        List<UUID> schoolIds,

        @Schema(description = "Whether a new referral may be made.")
        boolean referable) {}
