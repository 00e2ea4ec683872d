package org.footbridge.referral.placement;

/** What may be done with an appointment. */
public enum AppointmentCommand {
    BOOK,
    KEEP,
    MISS,
    CANCEL;

    /** Attendance says which of the two it was; nothing else is offered yet. */
    public boolean isOffered() {
        return this == KEEP || this == MISS;
    }
}
