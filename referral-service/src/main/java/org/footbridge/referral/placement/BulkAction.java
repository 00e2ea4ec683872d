package org.footbridge.referral.placement;

/** What an agency may do with many placements at once. */
public enum BulkAction {
    ACKNOWLEDGE,
    WAITLIST,
    ACCEPT,
    DECLINE,
    RESUME,
    COMPLETE,
    END_NOT_SERVED
}
