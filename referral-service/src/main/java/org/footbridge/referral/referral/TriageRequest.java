package org.footbridge.referral.referral;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a coordinator found at first sight. */
public record TriageRequest(
        @Schema(type = SchemaType.STRING, implementation = Urgency.class) @NotNull @OneOf(Urgency.class)
        String urgency,

        @Schema(description = "Tier of support that fits: 1 for all students, 2 for some, 3 for few.")
        @NotNull
        @Min(1)
        @Max(3)
        Integer tier,

        @Schema(description = "Stays in the history.") @Size(max = 2000)
        String note) {}
