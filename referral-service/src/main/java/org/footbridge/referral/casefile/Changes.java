package org.footbridge.referral.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.footbridge.common.events.EventType;
import org.footbridge.referral.lifecycle.Transition;
import org.footbridge.referral.placement.Placement;

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

    /** An event that the placement's agency may hear of. */
    Changes event(EventType type, Placement placement) {
        events.add(new Happened(type, placement.id(), placement.agencyId()));
        return this;
    }

    public List<Transition> steps() {
        return List.copyOf(steps);
    }

    public List<Happened> events() {
        return List.copyOf(events);
    }
}
