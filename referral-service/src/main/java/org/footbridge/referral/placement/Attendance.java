package org.footbridge.referral.placement;

/** Whether the student came. */
public enum Attendance {
    KEPT,
    NO_SHOW
}
