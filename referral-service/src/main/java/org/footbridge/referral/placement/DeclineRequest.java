package org.footbridge.referral.placement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.OneOf;

/** Why an agency declines. Without a code nobody could learn from it. */
public record DeclineRequest(
        @Schema(implementation = DeclineCode.class, type = SchemaType.STRING, required = true)
        @NotNull
        @OneOf(DeclineCode.class)
        String code,

        @Schema(description = "For the school's coordinator; needed with OTHER.") @Size(max = 1000)
        String text,

        @Schema(
                description =
                        "Whether the words tell of substance use (42 CFR Part 2): they may not, such words go into a message."
                                + " An agency that was told of it says false in as many words.")
        Boolean part2) {

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "text is needed with the code OTHER")
    public boolean isExplained() {
        return !DeclineCode.OTHER.name().equals(code) || (text != null && !text.isBlank());
    }
}
