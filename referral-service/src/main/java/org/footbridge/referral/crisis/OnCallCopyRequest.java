package org.footbridge.referral.crisis;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose on-call contacts are asked for. */
record OnCallCopyRequest(
        @Schema(required = true, description = "The district.") @NotNull
        UUID tenantId,

        @Schema(required = true) @NotNull UUID schoolId) {}
