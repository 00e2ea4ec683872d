package org.footbridge.referral.scheduling;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.placement.Modality;
import org.footbridge.referral.referral.OneOf;

/** Times for a visit, of which the other side takes one. */
public record ProposeRequest(
        @Schema(description = "Each in the future, when both sides have time.") @NotEmpty @Size(max = 5)
        List<@NotNull Instant> startsAt,

        @NotNull @Min(5) @Max(480) Integer durationMinutes,

        @Schema(implementation = Modality.class, type = SchemaType.STRING, required = true)
        @NotNull
        @OneOf(Modality.class)
        String modality,

        @Schema(
                description = "The agency's own code for whoever sees the student, or for the room: not booked twice.",
                examples = "room-2")
        @Pattern(regexp = "[A-Za-z0-9._-]{1,64}")
        String staff) {}
