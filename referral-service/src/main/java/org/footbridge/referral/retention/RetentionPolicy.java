package org.footbridge.referral.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long one class of records is kept. */
record RetentionPolicy(
        @NotNull RecordClass recordClass,
        @NotNull Trigger trigger,

        @Schema(description = "Counted from the trigger.", examples = "7") @Min(1) @Max(100)
        int years,

        @Schema(description = "Which rule asks for it, in the district's words.", examples = "District policy 5125")
        @Size(max = 300)
        String citation) {}
