package org.footbridge.referral.placement;

import java.util.EnumSet;
import org.footbridge.referral.lifecycle.Lifecycle;

/** The appointment's machine (decision 1). */
public final class AppointmentLifecycle {
    static final Lifecycle<AppointmentState, AppointmentCommand> TABLE = Lifecycle.of(
                    AppointmentState.class, AppointmentCommand.class, AppointmentCommand::isOffered)
            .allow(AppointmentState.PROPOSED, AppointmentCommand.BOOK, AppointmentState.BOOKED)
            .allow(AppointmentState.BOOKED, AppointmentCommand.KEEP, AppointmentState.KEPT)
            .allow(AppointmentState.BOOKED, AppointmentCommand.MISS, AppointmentState.NO_SHOW)
            .allowFrom(
                    EnumSet.of(AppointmentState.PROPOSED, AppointmentState.BOOKED),
                    AppointmentCommand.CANCEL,
                    AppointmentState.CANCELLED)
            .build();

    private AppointmentLifecycle() {}

    /** 409 for what is no proposal any more. */
    public static void requireProposed(Appointment time) {
        TABLE.step(time.state(), AppointmentCommand.BOOK);
    }
}
