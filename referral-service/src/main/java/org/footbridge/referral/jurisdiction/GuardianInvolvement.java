package org.footbridge.referral.jurisdiction;

/** What the guardians of a minor who consents alone have to do with it. */
public enum GuardianInvolvement {
    REQUIRED,
    UNLESS_HARMFUL,
    PROHIBITED
}
