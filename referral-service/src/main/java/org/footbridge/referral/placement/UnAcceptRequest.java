package org.footbridge.referral.placement;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Takes an acceptance back. */
public record UnAcceptRequest(
        @Schema(description = "For the school's coordinator; stays in the history.", examples = "Nobody is free.")
        @Size(max = 1000)
        String note,

        @Schema(
                description =
                        "Whether the words tell of substance use (42 CFR Part 2): they may not, such words go into a message."
                                + " An agency that was told of it says false in as many words.")
        Boolean part2) {}
