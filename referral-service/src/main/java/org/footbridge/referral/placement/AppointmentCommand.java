package org.footbridge.referral.placement;

/** What may be done with an appointment. */
public enum AppointmentCommand {
    BOOK,
    KEEP,
    MISS,
    CANCEL;

    /** A visit is booked as such from the beginning. */
    public boolean isOffered() {
        return this != BOOK;
    }
}
