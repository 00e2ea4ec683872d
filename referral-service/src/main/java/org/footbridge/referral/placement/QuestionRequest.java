package org.footbridge.referral.placement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an agency needs to know before it can decide. */
public record QuestionRequest(
        @Schema(description = "For the school's coordinator.", examples = "Which hours suit the family?")
        @NotBlank
        @Size(max = 2000)
        String question,

        @Schema(
                description =
                        "Whether it tells of substance use (42 CFR Part 2): then a consent must name PART2. Unsaid, it does where"
                                + " the record that the writer knows does.")
        Boolean part2) {}
