package org.footbridge.referral.recommendation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.OneOf;

/** What the school could do. */
public record MakeRecommendationRequest(
        @Schema(implementation = RecommendationCode.class, type = SchemaType.STRING, required = true)
        @NotNull
        @OneOf(RecommendationCode.class)
        String code,

        @Schema(
                description = "For the classroom: what to do, nothing clinical. OTHER needs it.",
                examples = "Five minutes with Ms. Lee before the first lesson.")
        @Size(max = 500)
        String text,

        @Schema(description = "When to look at it again: after today, within two years.")
        LocalDate reviewOn,

        @Schema(
                description =
                        "Whether it tells of substance use (42 CFR Part 2): then a consent must name PART2. Unsaid, it does where"
                                + " the record that the writer knows does.")
        Boolean part2) {}
