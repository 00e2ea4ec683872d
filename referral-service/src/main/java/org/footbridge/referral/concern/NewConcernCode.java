package org.footbridge.referral.concern;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For which school a code is made. */
record NewConcernCode(
        @Schema(description = "A school that the caller coordinates.") @NotNull
        UUID schoolId) {}
