package org.footbridge.referral.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.footbridge.common.events.EventType;
import org.footbridge.referral.lifecycle.Transition;
import org.footbridge.referral.placement.Appointment;
import org.footbridge.referral.placement.AppointmentState;
import org.footbridge.referral.placement.CancelledBy;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.placement.PlacementState;

/** What one command did: the steps for the history and the events for the bus, each in its order. */
public final class Changes {
    private final List<Transition> steps = new ArrayList<>();
    private final List<Happened> events = new ArrayList<>();

    /**
     * An event to be.
     *
     * @param placementId the placement that it concerns, {@code null} for none
     * @param agencyId the agency that may hear of it, {@code null} for none
     */
    public record Happened(EventType type, UUID placementId, UUID agencyId) {}

    static Changes of(Transition step) {
        return new Changes().step(step);
    }

    Changes step(Transition step) {
        steps.add(step);
        return this;
    }

    /** An event of the school's side alone. */
    Changes event(EventType type) {
        events.add(new Happened(type, null, null));
        return this;
    }

    /** An event that the placement's agency may hear of; there is none in the school itself. */
    Changes event(EventType type, Placement placement) {
        events.add(new Happened(type, placement.id(), placement.destination().outside()));
        return this;
    }

    /** The steps that ended placements, by placement. */
    Map<UUID, Transition> ends() {
        return steps.stream()
                .filter(step -> step.kind() == Transition.Kind.PLACEMENT)
                .filter(step -> !PlacementState.valueOf(step.to()).isOpen())
                .collect(Collectors.toMap(Transition::subjectId, Function.identity(), (first, last) -> last));
    }

    /** A visit goes with its placement, by whoever ended that. */
    void callOff(Appointment visit, Transition end) {
        boolean agency = end.actor().role().equals("AGENCY");
        step(visit.cancel(agency ? CancelledBy.AGENCY : CancelledBy.SCHOOL, end.actor(), end.at()));
    }

    /** The booked visits that take nobody's time any more: called off, or over, and whether anybody came is known. */
    UUID[] noLongerBooked() {
        return steps.stream()
                .filter(step -> step.kind() == Transition.Kind.APPOINTMENT)
                .filter(step -> AppointmentState.BOOKED.name().equals(step.from()))
                .filter(step -> !AppointmentState.BOOKED.name().equals(step.to()))
                .map(Transition::subjectId)
                .toArray(UUID[]::new);
    }

    public List<Transition> steps() {
        return List.copyOf(steps);
    }

    public List<Happened> events() {
        return List.copyOf(events);
    }
}
