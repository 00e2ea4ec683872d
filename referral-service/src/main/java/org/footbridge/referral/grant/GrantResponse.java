package org.footbridge.referral.grant;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A grant as it is read. {@code schoolId} is missing where it holds for the whole district. */
@Schema(name = "Grant")
record GrantResponse(
        UUID id,
        UUID personId,
        String username,
        String name,

        @Schema(description = "coordinator or district_admin; readers must expect others.")
        String role,

        UUID schoolId,
        Instant createdAt) {}
