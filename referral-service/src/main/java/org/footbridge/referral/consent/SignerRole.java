package org.footbridge.referral.consent;

/** By what right somebody signs: as guardian, or as the student after the 18th birthday (34 CFR 99.5). */
public enum SignerRole {
    GUARDIAN,
    ELIGIBLE_STUDENT
}
