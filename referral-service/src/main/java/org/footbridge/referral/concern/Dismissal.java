package org.footbridge.referral.concern;

/** Why nothing comes of a concern. */
public enum Dismissal {
    UNFOUNDED,
    UNCLEAR,
    ALREADY_KNOWN,
    NOT_OF_THIS_SCHOOL,
    SPAM
}
