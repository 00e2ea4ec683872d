package org.footbridge.referral.casefile;

import java.time.Instant;
import java.util.List;
import org.footbridge.common.events.EventType;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.placement.Appointment;
import org.footbridge.referral.placement.AppointmentState;
import org.footbridge.referral.placement.Placement;

/** The visits of one placement, with what each means for the placement and the referral. */
public final class Visits {
    private final CaseFile file;
    private final Placement placement;
    private final List<Appointment> appointments;

    public Visits(CaseFile file, Placement placement, List<Appointment> appointments) {
        this.file = file;
        this.placement = placement;
        this.appointments = List.copyOf(appointments);
    }

    /** A visit was booked. */
    public Changes book(Appointment visit, Actor agency, Instant at) {
        return file.changed(at, Changes.of(placement.schedule(agency, at)))
                .step(visit.beginning(agency, at))
                .event(EventType.REFERRAL_SCHEDULED, placement);
    }

    /** Attendance of one of the visits. */
    public Changes attend(Appointment visit, boolean kept, Actor agency, Instant at) {
        Changes changes = file.changed(at, Changes.of(visit.attend(kept, agency, at)));
        if (!kept) {
            return changes.step(placement.miss(anotherIsBooked(visit), agency, at))
                    .event(EventType.REFERRAL_MISSED, placement);
        }
        file.referral().visited(visit.startsAt());
        return changes.step(placement.visit(visit.startsAt(), agency, at))
                .event(EventType.REFERRAL_ATTENDED, placement);
    }

    private boolean anotherIsBooked(Appointment missed) {
        return appointments.stream()
                .anyMatch(visit ->
                        visit.state() == AppointmentState.BOOKED && !visit.id().equals(missed.id()));
    }
}
