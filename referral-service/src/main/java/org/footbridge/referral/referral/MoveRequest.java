package org.footbridge.referral.referral;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a referral goes with its student. */
public record MoveRequest(
        @Schema(
                description = "Another school of the district that the student attends today.",
                examples = "01980000-0000-7000-8000-000000005002")
        @NotNull
        UUID schoolId) {}
