package org.footbridge.referral.placement;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.footbridge.common.events.Ids;
import org.footbridge.common.events.ReferralSnapshot.PlacementSnapshot;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.lifecycle.Transition;
import org.footbridge.referral.lifecycle.Transition.Reason;
import org.footbridge.referral.referral.Outcome;
import org.footbridge.referral.referral.Referral;

/** A referral at one agency. Each command checks the machine and returns its step. */
@Entity
public class Placement {
    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "custodian_org_id")
    private UUID custodianOrgId;

    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "referral_number")
    private String referralNumber;

    @Embedded
    private Destination destination;

    @Column(name = "agency_reference")
    private String agencyReference;

    @Enumerated(EnumType.STRING)
    private PlacementState state;

    /** Whether the agency may read: closed by revocation, withdrawal and correction, never opened again. */
    @Column(name = "access_open")
    private boolean accessOpen;

    @Column(name = "cancellation_requested")
    private boolean cancellationRequested;

    @Enumerated(EnumType.STRING)
    @Column(name = "decline_code")
    private DeclineCode declineCode;

    @Column(name = "decline_text")
    private String declineText;

    private String outcome;

    @Embedded
    private PlacementTimes times;

    /** Moved by every step, of its appointments too, so that its version tells of them. */
    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    protected Placement() {}

    /** A placement in SENT at the destination. */
    public static Placement send(Referral referral, Destination to, Instant at) {
        Placement placement = new Placement();
        placement.id = Ids.next();
        placement.tenantId = referral.tenantId();
        placement.custodianOrgId = referral.tenantId();
        placement.referralId = referral.id();
        placement.referralNumber = referral.number();
        placement.destination = to;
        placement.changedAt = at;
        placement.state = PlacementState.SENT;
        placement.accessOpen = true;
        placement.times = new PlacementTimes(at);
        return placement;
    }

    /** The step that made it; there is none before. */
    public Transition beginning(Actor coordinator) {
        return new Transition(
                Transition.Kind.PLACEMENT, id, null, state.name(), coordinator, times.sentAt, Reason.NONE);
    }

    public Transition acknowledge(String ownReference, Actor agency, Instant at) {
        Transition step = step(PlacementCommand.ACKNOWLEDGE, PlacementState.ACKNOWLEDGED, agency, at, Reason.NONE);
        times.acknowledgedAt = at;
        refer(ownReference);
        return step;
    }

    /** Who accepts has also received it, whether or not it said so before. */
    public Transition accept(String ownReference, Actor agency, Instant at) {
        Transition step = step(PlacementCommand.ACCEPT, PlacementState.ACCEPTED, agency, at, Reason.NONE);
        decided(at);
        refer(ownReference);
        return step;
    }

    /** Takes the acceptance back, before anything was scheduled. */
    public Transition unAccept(String note, Actor agency, Instant at) {
        Transition step = step(PlacementCommand.UN_ACCEPT, PlacementState.ACKNOWLEDGED, agency, at, Reason.note(note));
        times.decidedAt = null;
        return step;
    }

    public Transition decline(DeclineCode code, String text, Actor agency, Instant at) {
        Transition step = end(PlacementCommand.DECLINE, agency, at, new Reason(code.name(), text));
        decided(at);
        this.declineCode = code;
        this.declineText = text;
        return step;
    }

    public Transition schedule(Actor agency, Instant at) {
        PlacementState next = state == PlacementState.IN_SERVICE ? PlacementState.IN_SERVICE : PlacementState.SCHEDULED;
        Transition step = step(PlacementCommand.SCHEDULE, next, agency, at, Reason.NONE);
        if (times.scheduledAt == null) {
            times.scheduledAt = at;
        }
        return step;
    }

    /** A visit took place that began then. */
    public Transition visit(Instant startedAt, Actor agency, Instant at) {
        Transition step = step(PlacementCommand.ATTEND, PlacementState.IN_SERVICE, agency, at, Reason.NONE);
        if (times.firstKeptAt == null || startedAt.isBefore(times.firstKeptAt)) {
            times.firstKeptAt = startedAt;
        }
        return step;
    }

    /** The student did not come. */
    public Transition miss(boolean anotherIsBooked, Actor agency, Instant at) {
        PlacementState next = anotherIsBooked ? PlacementState.SCHEDULED : PlacementState.ACCEPTED;
        PlacementState to = state == PlacementState.IN_SERVICE ? PlacementState.IN_SERVICE : next;
        return step(PlacementCommand.ATTEND, to, agency, at, Reason.NONE);
    }

    public Transition complete(Outcome result, Actor agency, Instant at) {
        Transition step = end(PlacementCommand.COMPLETE, agency, at, Reason.code(result));
        this.outcome = result.name();
        return step;
    }

    public Transition endNotServed(UnservedCode code, Actor agency, Instant at) {
        Transition step = end(PlacementCommand.END_NOT_SERVED, agency, at, Reason.code(code));
        this.outcome = code.name();
        return step;
    }

    public Transition couldNotContact(Actor agency, Instant at) {
        return end(PlacementCommand.COULD_NOT_CONTACT, agency, at, Reason.NONE);
    }

    /** The school took the referral back: the agency has nothing to read any more. */
    public Transition cancel(Actor coordinator, Instant at, Reason reason) {
        return closed(end(PlacementCommand.CANCEL, coordinator, at, reason));
    }

    public Transition revokeAccess(Actor coordinator, Instant at, Reason reason) {
        return closed(end(PlacementCommand.REVOKE_ACCESS, coordinator, at, reason));
    }

    public Transition enterInError(Actor coordinator, Instant at, Reason reason) {
        return closed(end(PlacementCommand.ENTER_IN_ERROR, coordinator, at, reason));
    }

    /** Ends reading of a placement that has already ended, whose state stays what it was. */
    public void closeAccess(Instant at) {
        this.accessOpen = false;
        this.changedAt = at;
    }

    public Set<PlacementCommand> allowed() {
        return PlacementLifecycle.TABLE.allowed(state);
    }

    /** Checks that the state takes the command, before anything else is looked at. */
    public void require(PlacementCommand command) {
        PlacementLifecycle.TABLE.require(state, command);
    }

    private Transition closed(Transition step) {
        this.accessOpen = false;
        return step;
    }

    private Transition end(PlacementCommand command, Actor actor, Instant at, Reason reason) {
        Transition step = step(command, PlacementLifecycle.TABLE.step(state, command), actor, at, reason);
        times.endedAt = at;
        return step;
    }

    private Transition step(PlacementCommand command, PlacementState to, Actor actor, Instant at, Reason reason) {
        String from = state.name();
        this.state = PlacementLifecycle.TABLE.step(state, command, to);
        this.changedAt = at;
        return new Transition(Transition.Kind.PLACEMENT, id, from, to.name(), actor, at, reason);
    }

    private void decided(Instant at) {
        times.decidedAt = at;
        if (times.acknowledgedAt == null) {
            times.acknowledgedAt = at;
        }
    }

    private void refer(String ownReference) {
        if (ownReference != null) {
            this.agencyReference = ownReference;
        }
    }

    /** What both sides may see of it. */
    public Facts facts() {
        return new Facts(referralNumber, agencyReference, declineCode, declineText, outcome, cancellationRequested);
    }

    /** Codes and numbers of a placement; the text is for the sender alone. */
    public record Facts(
            String referralNumber,
            String agencyReference,
            DeclineCode declineCode,
            String declineText,
            String outcome,
            boolean cancellationRequested) {}

    public Destination destination() {
        return destination;
    }

    /** What crosses the bus. */
    public PlacementSnapshot snapshot() {
        return new PlacementSnapshot(
                id,
                destination.serviceId(),
                destination.serviceName(),
                destination.agencyId(),
                destination.agencyName(),
                state.name(),
                accessOpen,
                declineCode == null ? null : declineCode.name(),
                outcome,
                times.sentAt,
                times.acknowledgedAt,
                times.decidedAt,
                times.scheduledAt,
                times.firstKeptAt,
                times.endedAt);
    }

    public UUID id() {
        return id;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public UUID referralId() {
        return referralId;
    }

    public UUID agencyId() {
        return destination.agencyId();
    }

    public PlacementState state() {
        return state;
    }

    public boolean accessOpen() {
        return accessOpen;
    }

    public PlacementTimes times() {
        return times;
    }

    public long version() {
        return version;
    }
}
