package org.footbridge.referral.message;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far somebody has read. */
public record MarkReadRequest(
        @Schema(description = "The newest message of the thread that was read.") @NotNull
        UUID upTo) {}
