package org.footbridge.referral.consent;

/** How the signature was given. */
public enum Method {
    PAPER_SCAN
}
