package org.footbridge.referral.recommendation;

/** What a school can do for a student. Nothing here says why. */
public enum RecommendationCode {
    CHECK_IN_WITH_TRUSTED_ADULT,
    BREAK_WHEN_NEEDED,
    QUIET_PLACE,
    EXTRA_TIME,
    LIGHTER_WORKLOAD,
    SEATING,
    PEER_SUPPORT,
    ATTENDANCE_PLAN,
    RE_ENTRY_PLAN,
    SCHOOL_COUNSELOR_SUPPORT,
    MEETING_WITH_FAMILY,
    NO_CHANGE_NEEDED,
    OTHER
}
