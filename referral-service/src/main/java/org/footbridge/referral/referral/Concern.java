package org.footbridge.referral.referral;

/** Why a student is referred. Never leaves the service but inside a disclosed record. */
public enum Concern {
    ADJUSTMENT,
    ANXIETY,
    ATTENDANCE,
    ATTENTION,
    BEHAVIOR,
    BULLYING,
    DEPRESSION,
    EATING,
    FAMILY,
    GRIEF,
    ABUSE_OR_NEGLECT,
    SOCIAL,
    SELF_HARM,
    SUBSTANCE_USE,
    SUICIDAL_THOUGHTS,
    TRAUMA,
    OTHER;

    /** Whether it tells of substance use: then 42 CFR Part 2 binds it, and no general consent covers it. */
    public boolean isPart2() {
        return this == SUBSTANCE_USE;
    }
}
