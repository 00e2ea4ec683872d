package org.footbridge.referral.student;

/** Why somebody may not be contacted, or may be again. */
enum ContactReason {
    SAFETY,
    COURT_ORDER,
    STUDENT_REQUEST,
    GUARDIAN_REQUEST,
    OTHER,
    RESTRICTION_LIFTED
}
