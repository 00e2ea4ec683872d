package org.footbridge.referral.placement;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A visit, as its agency sees it. */
@Schema(description = "A visit. It is part of its placement and has the placement's ETag.")
public record AppointmentResponse(
        UUID id,
        UUID placementId,
        AppointmentState state,
        Instant startsAt,
        @Schema(minimum = "5", maximum = "480") int durationMinutes,
        Modality modality,

        @Schema(maxLength = 64, description = "The agency's own code for whoever sees the student, or for the room.")
        String staff,

        @Schema(description = "The proposal that it belongs to; missing for a visit that was booked at once.")
        UUID proposalId,

        @Schema(
                implementation = CancelledBy.class,
                type = SchemaType.STRING,
                description = "Who called it off; missing otherwise.")
        String cancelledBy,

        @Schema(description = "Whether it was called off less than 24 hours before it began; missing otherwise.")
        Boolean cancelledLate) {

    static AppointmentResponse of(Appointment visit) {
        return new AppointmentResponse(
                visit.id(),
                visit.placementId(),
                visit.state(),
                visit.startsAt(),
                visit.durationMinutes(),
                visit.modality(),
                visit.staff(),
                visit.proposalId(),
                visit.cancelledBy(),
                visit.cancelledLate());
    }
}
