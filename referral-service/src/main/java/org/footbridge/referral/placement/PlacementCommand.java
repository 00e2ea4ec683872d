package org.footbridge.referral.placement;

/** What may be done with a placement. Some are consequences: nobody commands them, an event elsewhere does. */
public enum PlacementCommand {
    ACKNOWLEDGE,
    ASK_INFO,
    SUPPLY_INFO,
    WAITLIST,
    ACCEPT,
    UN_ACCEPT,
    DECLINE,
    SCHEDULE,
    ATTEND,
    HOLD,
    RESUME,
    COMPLETE,
    END_NOT_SERVED,
    COULD_NOT_CONTACT,
    CANCEL,
    REVOKE_ACCESS,
    ENTER_IN_ERROR
}
