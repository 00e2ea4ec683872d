package org.footbridge.referral.placement;

/** The two sides that work together on a placement. */
public enum Side {
    SCHOOL,
    AGENCY;

    public Side other() {
        return this == SCHOOL ? AGENCY : SCHOOL;
    }
}
