package org.footbridge.referral.placement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.OneOf;

/** Lets a placement rest. */
public record HoldRequest(
        @Schema(implementation = HoldReason.class, type = SchemaType.STRING, required = true)
        @NotNull
        @OneOf(HoldReason.class)
        String reason,

        @Schema(description = "For the school's coordinator; stays in the history.") @Size(max = 1000)
        String note,

        @Schema(description = "When it shall go on; after today in the district.", examples = "2027-01-11")
        LocalDate until,

        @Schema(
                description =
                        "Whether the words tell of substance use (42 CFR Part 2): they may not, such words go into a message."
                                + " An agency that was told of it says false in as many words.")
        Boolean part2) {}
