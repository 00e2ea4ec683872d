package org.footbridge.referral.servicelevel;

/** The steps that must be taken in time. */
enum ClockKind {
    /** From the submission to the coordinator's triage. */
    TRIAGE,
    /** From the consent to the sending. */
    SENDING,
    /** From the sending to the agency's yes or no. */
    DECISION,
    /** From the sending to a booked visit. */
    FIRST_APPOINTMENT
}
