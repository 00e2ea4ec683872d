package org.footbridge.referral.consent;

/** How the signature was given. Words alone release nothing: 34 CFR 99.30 asks for a signed and dated consent. */
public enum Method {
    PAPER_SCAN,
    /** On our page, through a link that was mailed to the signer. */
    ELECTRONIC_LINK,
    /** In the district's own portal for families. */
    PORTAL
}
