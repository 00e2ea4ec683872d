package org.footbridge.referral.referral;

import java.time.LocalDate;
import java.util.UUID;

/** Everything that a new referral is made of, once its rules were checked. */
public record Submission(
        UUID id,
        String number,
        Subject student,
        Urgency urgency,
        LocalDate receivedOn,
        UUID previousReferralId,
        Need need,
        Access access) {

    /** The student, as far as a referral keeps it: the school's name is the one of this day. */
    public record Subject(UUID id, UUID schoolId, String schoolName, String gradeBand) {}
}
