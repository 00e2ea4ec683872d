package org.footbridge.referral.servicelevel;

/** The steps that must be taken in time. */
enum ClockKind {
    /** From the submission to the coordinator's triage; in a crisis from the acknowledgement, as the on-call chain comes before it. */
    TRIAGE,
    /** From the consent to the sending. */
    SENDING,
    /** From the sending to the agency's yes or no. */
    DECISION,
    /** From the sending to a booked visit. */
    FIRST_APPOINTMENT,
    /** In a crisis alone: from the submission until somebody has said where the student is and what has happened. */
    CRISIS_DETAILS,
    /** In a crisis alone: how long one contact of the on-call chain has before it is the next one's turn. */
    CRISIS_ACKNOWLEDGEMENT;

    boolean isOfACrisisAlone() {
        return this == CRISIS_DETAILS || this == CRISIS_ACKNOWLEDGEMENT;
    }
}
