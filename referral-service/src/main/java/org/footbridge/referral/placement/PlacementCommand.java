package org.footbridge.referral.placement;

/** What may be done with a placement. Some are consequences: nobody commands them, an event elsewhere does. */
public enum PlacementCommand {
    ACKNOWLEDGE(true),
    ASK_INFO(true),
    SUPPLY_INFO(false),
    WAITLIST(true),
    ACCEPT(true),
    UN_ACCEPT(true),
    DECLINE(true),
    SCHEDULE(true),
    ATTEND(true),
    CANCEL_APPOINTMENT(true),
    HOLD(true),
    RESUME(true),
    CONTACT_ATTEMPTS(true),
    COMPLETE(true),
    END_NOT_SERVED(true),
    COULD_NOT_CONTACT(true),
    REQUEST_CANCELLATION(false),
    CONFIRM_CANCELLATION(true),
    CANCEL(false),
    REVOKE_ACCESS(false),
    ENTER_IN_ERROR(false);

    private final boolean offered;

    PlacementCommand(boolean offered) {
        this.offered = offered;
    }

    /** Whether an agency can be offered it as an operation. */
    public boolean isOffered() {
        return offered;
    }
}
