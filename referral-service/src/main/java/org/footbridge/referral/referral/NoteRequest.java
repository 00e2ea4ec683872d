package org.footbridge.referral.referral;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step that needs no more than an optional remark. */
public record NoteRequest(
        @Schema(description = "Stays in the history.", examples = "The family will call in May.") @Size(max = 2000)
        String note) {}
