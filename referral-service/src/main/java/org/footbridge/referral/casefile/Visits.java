package org.footbridge.referral.casefile;

import java.time.Instant;
import java.util.List;
import org.footbridge.common.events.EventType;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.lifecycle.Transition.Reason;
import org.footbridge.referral.placement.Appointment;
import org.footbridge.referral.placement.AppointmentLifecycle;
import org.footbridge.referral.placement.CancelledBy;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.placement.PlacementCommand;
import org.footbridge.referral.placement.Side;

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

    /** Times to choose from, of which the other side takes one. */
    public Changes propose(Actor by, Instant at) {
        Changes changes = file.changed(at, new Changes());
        placement.touch(at);
        appointments.forEach(time -> changes.step(time.beginning(by, at)));
        return changes.event(EventType.REFERRAL_APPOINTMENT_PROPOSED, placement);
    }

    /** One of the times is taken; the others of the proposal drop. */
    public Changes confirm(Appointment taken, Side side, Actor by, Instant at) {
        Changes changes =
                file.changed(at, Changes.of(placement.schedule(by, at))).step(taken.confirm(by, at));
        dropOthers(changes, taken, side, by, at);
        return changes.event(EventType.REFERRAL_SCHEDULED, placement);
    }

    /** None of the times is taken. 409 where one was, or all have dropped. */
    public Changes drop(Side side, Actor by, Instant at) {
        Changes changes = file.changed(at, new Changes());
        placement.touch(at);
        appointments.forEach(time -> {
            AppointmentLifecycle.requireProposed(time);
            changes.step(time.cancel(CancelledBy.valueOf(side.name()), by, at));
        });
        return changes.event(EventType.REFERRAL_APPOINTMENT_CANCELLED, placement);
    }

    private void dropOthers(Changes changes, Appointment taken, Side side, Actor by, Instant at) {
        appointments.stream()
                .filter(time -> time.isDue() && !time.id().equals(taken.id()))
                .forEach(time -> changes.step(time.cancel(CancelledBy.valueOf(side.name()), by, at)));
    }

    /** The agency takes its acceptance back: what it had booked is off. */
    public Changes unAccept(String note, Actor agency, Instant at) {
        Changes changes = file.changed(at, Changes.of(placement.unAccept(note, agency, at)));
        return callOff(changes, agency, at).event(EventType.REFERRAL_UNACCEPTED, placement);
    }

    /** Whoever lets go of what the school has asked back confirms that. */
    public Changes giveBack(Actor agency, Instant at) {
        placement.require(PlacementCommand.UN_ACCEPT);
        return new PlacementCommands(file, placement).confirmCancellation(appointments, agency, at);
    }

    /** One visit was called off. */
    public Changes cancel(Appointment visit, CancelledBy by, Actor agency, Instant at) {
        Changes changes = file.changed(at, Changes.of(visit.cancel(by, agency, at)));
        return changes.step(placement.visitCancelled(anotherIsBooked(visit), agency, at, Reason.code(by)))
                .event(EventType.REFERRAL_APPOINTMENT_CANCELLED, placement);
    }

    /** Everything that is booked is off, by the agency: nobody comes after the end. */
    public Changes callOff(Changes changes, Actor agency, Instant at) {
        CancelledBy by = placement.destination().inSchool() ? CancelledBy.SCHOOL : CancelledBy.AGENCY;
        appointments.stream().filter(Appointment::isDue).forEach(visit -> changes.step(visit.cancel(by, agency, at)));
        return changes;
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

    private boolean anotherIsBooked(Appointment off) {
        return appointments.stream()
                .anyMatch(visit -> visit.isBooked() && !visit.id().equals(off.id()));
    }
}
