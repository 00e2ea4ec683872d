package org.footbridge.referral.jurisdiction;

/** What a rule is about. */
public enum Topic {
    OUTPATIENT_MH,
    /** Substance use (42 CFR Part 2). */
    SUD,
    CRISIS
}
