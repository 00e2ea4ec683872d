package org.footbridge.referral.referral;

/** What may be done with a referral. Some are consequences: nobody commands them, an event elsewhere does. */
public enum ReferralCommand {
    SUBMIT(false),
    ASK_INFO(true),
    SUPPLY_INFO(true),
    ADD_DETAILS(true),
    TRIAGE(true),
    AWAIT_CONSENT(false),
    CONSENT(true),
    REFUSE_CONSENT(true),
    SEND(true),
    /** Send it without a consent, by another right: never a next step, always an exception with its reason. */
    RELEASE(false),
    PLACE_IN_SCHOOL(true),
    WITHDRAW(true),
    CLOSE(true),
    MARK_DUPLICATE(true),
    TRANSFER_OUT(true),
    ASSIGN(true),
    ENTER_IN_ERROR(true),
    RETURN(false),
    COMPLETE(false),
    LOSE_CONSENT(false);

    private final boolean offered;

    ReferralCommand(boolean offered) {
        this.offered = offered;
    }

    /** Whether a caller can be offered it as an operation. */
    public boolean isOffered() {
        return offered;
    }
}
