package org.footbridge.referral.placement;

/** How somebody tried to reach the family. */
public enum ContactChannel {
    PHONE,
    EMAIL,
    TEXT,
    LETTER,
    IN_PERSON
}
