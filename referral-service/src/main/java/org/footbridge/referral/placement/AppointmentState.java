package org.footbridge.referral.placement;

/** Where a visit stands (decision 1). */
public enum AppointmentState {
    PROPOSED,
    BOOKED,
    KEPT,
    NO_SHOW,
    CANCELLED
}
