package org.footbridge.referral.placement;

import java.util.EnumSet;
import java.util.Set;

/** Where a visit stands (decision 1). */
public enum AppointmentState {
    PROPOSED,
    BOOKED,
    KEPT,
    NO_SHOW,
    CANCELLED;

    /** Those that somebody may still come to. */
    public static Set<AppointmentState> due() {
        return EnumSet.of(PROPOSED, BOOKED);
    }
}
