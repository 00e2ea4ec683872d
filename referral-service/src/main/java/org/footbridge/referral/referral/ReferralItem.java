package org.footbridge.referral.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.footbridge.referral.access.SchoolCaller;

/** A referral in a list: enough to find it, nothing of what the form says. */
@Schema(description = "A referral in a list. Members after closedAt are shown to coordinators only.")
public record ReferralItem(
        UUID id,

        @Schema(maxLength = 11, pattern = "^FB-[0-9A-HJKMNP-TV-Z]{8}$", examples = "FB-7K3M9Q2X")
        String number,

        ReferralState state,
        Urgency urgency,
        UUID studentId,
        UUID schoolId,
        @Schema(maxLength = 500) String schoolName,
        LocalDate receivedOn,
        Instant submittedAt,

        @Schema(description = "Since when a referral in AWAITING_CONSENT waits for the family.")
        Instant triagedAt,

        @Schema(description = "When the family was first asked electronically; missing where nobody has asked yet.")
        Instant consentRequestedAt,

        @Schema(description = "When the student was first seen, as far as a consent lets the caller know.")
        Instant firstVisitAt,

        Instant closedAt,

        @Schema(minimum = "1", maximum = "3") Integer tier,
        @Schema(maxLength = 35) String homeLanguage,
        @Schema(maxLength = 40) String outcome,
        UUID coordinatorId) {

    /** As far as the reader's relation to this one goes. */
    public static ReferralItem of(Referral referral, SchoolCaller reader, Attendance.Told told) {
        boolean coordinator = reader.coordinates(referral);
        return new ReferralItem(
                referral.id(),
                referral.number(),
                referral.state(),
                referral.urgency(),
                referral.studentId(),
                referral.schoolId(),
                referral.schoolName(),
                referral.milestones().receivedOn(),
                referral.milestones().submittedAt(),
                referral.milestones().triagedAt(),
                referral.milestones().consentRequestedAt(),
                coordinator ? referral.milestones().firstKeptAt() : told.firstVisit(referral),
                referral.milestones().closedAt(),
                coordinator ? referral.tier() : null,
                coordinator ? referral.access().homeLanguage() : null,
                coordinator ? referral.outcome() : null,
                coordinator ? referral.coordinatorId() : null);
    }
}
