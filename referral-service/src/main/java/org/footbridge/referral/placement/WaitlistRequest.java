package org.footbridge.referral.placement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Puts a placement on the agency's waiting list. */
public record WaitlistRequest(
        @Schema(description = "How long the wait may be.", examples = "21") @Min(1) @Max(730)
        Integer expectedDays) {}
