package org.footbridge.referral.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody without a relation must read. */
public record BreakGlassRequest(
        @Schema(examples = "The student is in my office and says that she cannot go home.")
        @NotBlank
        @Size(min = 10, max = 1000)
        String reason) {}
