package org.footbridge.referral.placement;

/** What came of trying to reach the family. */
public enum ContactOutcome {
    REACHED,
    NO_ANSWER,
    LEFT_MESSAGE,
    WRONG_CONTACT
}
