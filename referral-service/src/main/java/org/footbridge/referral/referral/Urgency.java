package org.footbridge.referral.referral;

/** How soon somebody must act (domain 5.2). */
public enum Urgency {
    CRISIS,
    URGENT,
    EXPEDITED,
    ROUTINE,
    UNIVERSAL
}
