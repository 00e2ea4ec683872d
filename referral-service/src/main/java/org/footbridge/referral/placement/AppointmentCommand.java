package org.footbridge.referral.placement;

/** What may be done with an appointment. */
public enum AppointmentCommand {
    BOOK,
    KEEP,
    MISS,
    CANCEL
}
