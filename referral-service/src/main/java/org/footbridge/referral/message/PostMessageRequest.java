package org.footbridge.referral.message;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message for the other side of a placement. */
public record PostMessageRequest(
        @Schema(
                description = "Line breaks and tabs, but no other control characters.",
                examples = "Could we meet the family at school on Tuesday?")
        @NotBlank
        @Size(max = 4000)
        String text,

        @Schema(
                description =
                        "Whether it tells of substance use (42 CFR Part 2): then a consent must name PART2. Unsaid, it does where"
                                + " the record that the writer knows does.")
        Boolean part2) {}
