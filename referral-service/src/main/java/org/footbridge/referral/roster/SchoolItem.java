package org.footbridge.referral.roster;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A school in a list. */
@Schema(name = "School")
record SchoolItem(
        UUID id,
        @Schema(maxLength = 1000) String name,

        @Schema(description = "What the caller is there: educator, counselor, coordinator.")
        List<String> roles) {}
