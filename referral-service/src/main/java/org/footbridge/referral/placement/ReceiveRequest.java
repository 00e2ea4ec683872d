package org.footbridge.referral.placement;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an agency says when it takes note of a placement or accepts it. */
public record ReceiveRequest(
        @Schema(description = "The agency's own number for it.", examples = "HL-2026-118") @Size(min = 1, max = 64)
        String agencyReference) {}
