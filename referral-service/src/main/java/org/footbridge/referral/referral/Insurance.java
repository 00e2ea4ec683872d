package org.footbridge.referral.referral;

/** How care may be paid for; UNKNOWN until a trained coordinator has asked the family. */
public enum Insurance {
    MEDICAID,
    CHIP,
    PRIVATE,
    NONE,
    UNKNOWN
}
