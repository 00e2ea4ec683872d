package org.footbridge.referral.consent.electronic;

/** Where a request for consent is. */
public enum RequestState {
    OPEN,
    SIGNED,
    /** Everybody who was asked said no. */
    REFUSED,
    CANCELLED
}
