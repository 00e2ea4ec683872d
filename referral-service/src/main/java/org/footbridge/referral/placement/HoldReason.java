package org.footbridge.referral.placement;

/** Why a placement rests for a while. */
public enum HoldReason {
    FAMILY_REQUEST,
    STUDENT_UNAVAILABLE,
    SCHOOL_BREAK,
    PROVIDER_ABSENCE,
    OTHER
}
