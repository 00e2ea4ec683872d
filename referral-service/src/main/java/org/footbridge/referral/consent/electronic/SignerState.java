package org.footbridge.referral.consent.electronic;

/** What became of one person who was asked. */
public enum SignerState {
    PENDING,
    SIGNED,
    REFUSED
}
