package org.footbridge.referral.placement;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.referral.OneOf;

/** Whether the student came. */
public record AttendanceRequest(
        @Schema(implementation = Attendance.class, type = SchemaType.STRING, required = true)
        @NotNull
        @OneOf(Attendance.class)
        String outcome) {

    boolean kept() {
        return Attendance.KEPT.name().equals(outcome);
    }
}
