package org.footbridge.referral.placement;

/** Why the school wants a placement back; the referral itself goes on. */
public enum CancellationReason {
    WAIT_TOO_LONG,
    FAMILY_CHOSE_ANOTHER,
    SENT_TO_WRONG_SERVICE,
    NEED_CHANGED,
    OTHER
}
