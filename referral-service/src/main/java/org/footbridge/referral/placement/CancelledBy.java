package org.footbridge.referral.placement;

/** Who called a visit off. */
public enum CancelledBy {
    FAMILY,
    AGENCY,
    SCHOOL
}
