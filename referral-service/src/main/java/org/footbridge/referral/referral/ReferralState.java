package org.footbridge.referral.referral;

import java.util.EnumSet;
import java.util.Set;

/** Where a referral stands on the school's side (decision 1). */
public enum ReferralState {
    DRAFT,
    SUBMITTED,
    NEEDS_INFO,
    TRIAGED,
    AWAITING_CONSENT,
    READY,
    PLACED,
    COMPLETED,
    CLOSED_NOT_SERVED,
    WITHDRAWN,
    CONSENT_REFUSED,
    CONSENT_REVOKED,
    DUPLICATE,
    TRANSFERRED_OUT,
    ENTERED_IN_ERROR;

    private static final Set<ReferralState> OPEN =
            EnumSet.of(DRAFT, SUBMITTED, NEEDS_INFO, TRIAGED, AWAITING_CONSENT, READY, PLACED);

    public boolean isOpen() {
        return OPEN.contains(this);
    }

    static Set<ReferralState> open() {
        return EnumSet.copyOf(OPEN);
    }

    static Set<ReferralState> ended() {
        return EnumSet.complementOf(EnumSet.copyOf(OPEN));
    }
}
