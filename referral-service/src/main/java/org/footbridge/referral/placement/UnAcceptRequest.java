package org.footbridge.referral.placement;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Takes an acceptance back. */
public record UnAcceptRequest(
        @Schema(description = "For the school's coordinator; stays in the history.") @Size(max = 1000)
        String note) {}
