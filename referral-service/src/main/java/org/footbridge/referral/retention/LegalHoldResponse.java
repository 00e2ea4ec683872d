package org.footbridge.referral.retention;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A legal hold as it is read. */
@Schema(name = "LegalHold", description = "Nothing of the student is destroyed until it is lifted.")
record LegalHoldResponse(
        UUID id, UUID studentId, @Schema(maxLength = 500) String reason, Instant placedAt, Instant liftedAt) {}
