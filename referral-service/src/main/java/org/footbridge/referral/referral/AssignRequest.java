package org.footbridge.referral.referral;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who takes a referral over. */
public record AssignRequest(
        @Schema(
                description = "A person of the roster who coordinates at the referral's school today.",
                examples = "01980000-0000-7000-8000-000000009002")
        @NotNull
        UUID personId) {}
