package org.footbridge.referral.referral;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which referral goes on. */
public record MarkDuplicateRequest(
        @Schema(
                description = "An open referral of the same student, as GET duplicates lists it.",
                examples = "01980000-0000-7000-8000-000000000102")
        @NotNull
        UUID of) {}
