package org.footbridge.referral.placement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.lifecycle.LifecycleProblem;
import org.footbridge.referral.lifecycle.Transition;
import org.footbridge.referral.lifecycle.Transition.Reason;

/** A visit that the agency booked for the student. */
@Entity
public class Appointment {
    private static final Duration LATE = Duration.ofHours(24);

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "placement_id")
    private UUID placementId;

    @Enumerated(EnumType.STRING)
    private AppointmentState state;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "duration_minutes")
    private int durationMinutes;

    @Enumerated(EnumType.STRING)
    private Modality modality;

    @Column(name = "staff_reference")
    private String staff;

    @Column(name = "proposal_id")
    private UUID proposalId;

    @Enumerated(EnumType.STRING)
    @Column(name = "proposed_by")
    private Side proposedBy;

    @Column(name = "cancelled_by")
    private String cancelledBy;

    @Column(name = "cancelled_late")
    private Boolean cancelledLate;

    @Version
    private long version;

    protected Appointment() {}

    /**
     * When, how long and how.
     *
     * @param staff the agency's own code for whoever sees the student, or for the room; {@code null} where it names none
     */
    public record Terms(Instant startsAt, int durationMinutes, Modality modality, String staff) {}

    /** A booked visit at a placement. */
    public static Appointment book(Placement placement, Terms terms) {
        Appointment visit = of(placement, terms);
        visit.state = AppointmentLifecycle.TABLE.step(AppointmentState.PROPOSED, AppointmentCommand.BOOK);
        return visit;
    }

    /** One of the times of a proposal. */
    public static Appointment propose(Placement placement, Terms terms, UUID proposal, Side by) {
        Appointment visit = of(placement, terms);
        visit.state = AppointmentState.PROPOSED;
        visit.proposalId = proposal;
        visit.proposedBy = by;
        return visit;
    }

    private static Appointment of(Placement placement, Terms terms) {
        Appointment visit = new Appointment();
        visit.id = Ids.next();
        visit.tenantId = placement.tenantId();
        visit.agencyId = placement.agencyId();
        visit.placementId = placement.id();
        visit.startsAt = terms.startsAt();
        visit.durationMinutes = terms.durationMinutes();
        visit.modality = terms.modality();
        visit.staff = terms.staff();
        return visit;
    }

    public Transition beginning(Actor agency, Instant at) {
        return new Transition(Transition.Kind.APPOINTMENT, id, null, state.name(), agency, at, Reason.NONE);
    }

    /**
     * Says whether the student came.
     *
     * @throws org.footbridge.common.web.problem.Problem 409 before it has begun
     */
    public Transition attend(boolean kept, Actor agency, Instant at) {
        AppointmentCommand command = kept ? AppointmentCommand.KEEP : AppointmentCommand.MISS;
        AppointmentState next = AppointmentLifecycle.TABLE.step(state, command);
        if (at.isBefore(startsAt)) {
            throw LifecycleProblem.TOO_EARLY.of("Attendance can be recorded from the appointment's start.");
        }
        return step(next, agency, at, Reason.NONE);
    }

    /** The other side takes this time of the proposal. */
    public Transition confirm(Actor actor, Instant at) {
        return step(AppointmentLifecycle.TABLE.step(state, AppointmentCommand.BOOK), actor, at, Reason.NONE);
    }

    /** Called off: nobody comes any more. Late is what leaves no day to give the hour to somebody else. */
    public Transition cancel(CancelledBy by, Actor actor, Instant at) {
        AppointmentState next = AppointmentLifecycle.TABLE.step(state, AppointmentCommand.CANCEL);
        this.cancelledBy = by.name();
        this.cancelledLate = at.isAfter(startsAt.minus(LATE));
        return step(next, actor, at, Reason.code(by));
    }

    private Transition step(AppointmentState next, Actor actor, Instant at, Reason reason) {
        String from = state.name();
        this.state = next;
        return new Transition(Transition.Kind.APPOINTMENT, id, from, next.name(), actor, at, reason);
    }

    public boolean isBooked() {
        return state == AppointmentState.BOOKED;
    }

    /** Whether somebody may still come to it, or take it. */
    public boolean isDue() {
        return AppointmentState.due().contains(state);
    }

    /** The agency's code for whoever sees the student, {@code null} where it named none. */
    public String staff() {
        return staff;
    }

    /** {@code null} for a visit that was booked at once. */
    public UUID proposalId() {
        return proposalId;
    }

    /** {@code null} for a visit that was booked at once. */
    public Side proposedBy() {
        return proposedBy;
    }

    /** FAMILY, AGENCY or SCHOOL; {@code null} unless it was called off. */
    public String cancelledBy() {
        return cancelledBy;
    }

    /** {@code null} unless it was called off. */
    public Boolean cancelledLate() {
        return cancelledLate;
    }

    public UUID id() {
        return id;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public UUID agencyId() {
        return agencyId;
    }

    public UUID placementId() {
        return placementId;
    }

    public AppointmentState state() {
        return state;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public int durationMinutes() {
        return durationMinutes;
    }

    public Modality modality() {
        return modality;
    }

    public long version() {
        return version;
    }
}
