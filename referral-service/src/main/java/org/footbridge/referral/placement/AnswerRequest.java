package org.footbridge.referral.placement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The school's answer to what an agency asked. */
public record AnswerRequest(
        @Schema(
                description = "Goes to the agency and into the ledger: no more than the consent covers.",
                examples = "After 15:30, and never on Thursdays.")
        @NotBlank
        @Size(max = 4000)
        String answer,

        @Schema(
                description =
                        "Whether it tells of substance use (42 CFR Part 2): then a consent must name PART2. Unsaid, it does where"
                                + " the record that the writer knows does.")
        Boolean part2) {}
