package org.footbridge.benchmarks.seed;

/** The states of decision 1 that a submitted referral can be in: there is no row of a DRAFT. */
enum ReferralState {
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

    boolean isEnd() {
        return compareTo(COMPLETED) >= 0;
    }
}
