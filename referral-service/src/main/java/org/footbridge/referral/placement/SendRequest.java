package org.footbridge.referral.placement;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a referral goes. */
public record SendRequest(
        @Schema(description = "A service of the directory.") @NotNull
        UUID serviceId) {}
