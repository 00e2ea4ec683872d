package org.footbridge.referral.concern;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The code on a school's poster. */
@Schema(description = "The code on a school's poster: it lets anybody leave a concern there, and nothing else.")
record ConcernCode(
        @Schema(maxLength = 8, pattern = "^[0-9A-HJKMNP-TV-Z]{8}$", examples = "7K3M9Q2X")
        String code,

        @Schema(hidden = true) @JsonIgnore UUID tenantId,

        UUID schoolId,
        Instant createdAt) {}
