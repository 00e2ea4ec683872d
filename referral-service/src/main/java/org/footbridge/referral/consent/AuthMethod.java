package org.footbridge.referral.consent;

/** How we know that it was the signer who signed (34 CFR 99.30(d)). */
public enum AuthMethod {
    /** The coordinator has the signed paper. */
    HANDWRITTEN,
    /** A one-time code that was mailed to the address on file. */
    CODE_TO_ADDRESS,
    /** The account of the district's portal. */
    PORTAL_ACCOUNT
}
