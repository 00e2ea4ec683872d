package org.footbridge.referral.placement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.OneOf;

/** A visit to be booked. */
public record BookRequest(
        @Schema(description = "From a day before the referral was sent to a year ahead.") @NotNull
        Instant startsAt,

        @NotNull @Min(5) @Max(480) Integer durationMinutes,

        @Schema(implementation = Modality.class, type = SchemaType.STRING, required = true)
        @NotNull
        @OneOf(Modality.class)
        String modality,

        @Schema(
                description = "The agency's own code for whoever sees the student, or for the room: not booked twice.",
                examples = "room-2")
        @Pattern(regexp = "[A-Za-z0-9._-]{1,64}")
        String staff) {

    Appointment.Terms terms() {
        return new Appointment.Terms(startsAt, durationMinutes, Modality.valueOf(modality), staff);
    }
}
