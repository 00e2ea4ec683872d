package org.footbridge.referral.consent;

/** By what right somebody signs. */
public enum SignerRole {
    GUARDIAN,
    /** The student from the 18th birthday on (34 CFR 99.5). */
    ELIGIBLE_STUDENT,
    /** The student before, where a reviewed rule of the state lets him or her. */
    MINOR
}
