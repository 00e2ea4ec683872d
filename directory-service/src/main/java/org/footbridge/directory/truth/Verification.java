package org.footbridge.directory.truth;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When an entry was last said to be right. */
@Schema(
        description =
                "When an entry was last said to be right, and by which side. Stale when that is too long ago or was"
                        + " never said.",
        examples = "{\"serviceId\":\"01980000-0000-7000-8000-0000005e0001\",\"verifiedAt\":\"2026-11-21T12:00:00Z\","
                + "\"verifiedBy\":\"agency\",\"stale\":false,\"dueAt\":\"2027-02-19T12:00:00Z\"}")
record Verification(
        @Schema(required = true) UUID serviceId,
        Instant verifiedAt,

        @Schema(maxLength = 20, description = "`agency` or `platform`; more may come. Never a person.")
        String verifiedBy,

        @Schema(required = true) boolean stale,
        @Schema(description = "When it will be stale.") Instant dueAt,

        @Schema(description = "When the agency was last asked.")
        Instant requestedAt,

        @JsonIgnore long version) {}
