package org.footbridge.referral.placement;

import java.util.EnumSet;
import java.util.Set;

/** Where a placement stands at the agency (decision 1). */
public enum PlacementState {
    SENT,
    ACKNOWLEDGED,
    NEEDS_INFO,
    WAITLISTED,
    ACCEPTED,
    SCHEDULED,
    IN_SERVICE,
    ON_HOLD,
    COMPLETED,
    DECLINED,
    COULD_NOT_CONTACT,
    CANCELLED,
    ENDED_NOT_SERVED,
    ACCESS_REVOKED,
    ENTERED_IN_ERROR;

    private static final Set<PlacementState> OPEN =
            EnumSet.of(SENT, ACKNOWLEDGED, NEEDS_INFO, WAITLISTED, ACCEPTED, SCHEDULED, IN_SERVICE, ON_HOLD);

    public boolean isOpen() {
        return OPEN.contains(this);
    }

    static Set<PlacementState> open() {
        return EnumSet.copyOf(OPEN);
    }
}
