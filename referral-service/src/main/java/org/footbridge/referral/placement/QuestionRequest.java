package org.footbridge.referral.placement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an agency needs to know before it can decide. */
public record QuestionRequest(
        @Schema(description = "For the school's coordinator.", examples = "Which hours suit the family?")
        @NotBlank
        @Size(max = 2000)
        @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL")
        String question) {}
