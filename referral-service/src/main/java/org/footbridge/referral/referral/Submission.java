package org.footbridge.referral.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
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
    @Embeddable
    public record Subject(
            @Column(name = "student_id") UUID id,
            @Column(name = "school_id") UUID schoolId,
            @Column(name = "school_name") String schoolName,
            @Column(name = "grade_band") String gradeBand) {}
}
