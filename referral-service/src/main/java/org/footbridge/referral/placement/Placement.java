package org.footbridge.referral.placement;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.footbridge.common.events.ReferralSnapshot.PlacementSnapshot;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.lifecycle.Transition;
import org.footbridge.referral.lifecycle.Transition.Reason;
import org.footbridge.referral.referral.Outcome;
import org.footbridge.referral.referral.Referral;

/** A referral at one agency. Each command checks the machine and returns its step. */
@Entity
public class Placement extends PlacementOrigin {
    @Embedded
    private PlacementFacts facts;

    @Enumerated(EnumType.STRING)
    private PlacementState state;

    /** Whether the agency may read: closed by every end without service, by revocation and correction, for good. */
    @Column(name = "access_open")
    private boolean accessOpen;

    /** {@code null} unless it rests. */
    @Embedded
    private PlacementHold hold;

    @Embedded
    private PlacementTimes times;

    /** Moved by every step, of its appointments too, so that its version tells of them. */
    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    protected Placement() {}

    private Placement(Referral referral, Destination to, Instant at) {
        super(referral, to);
        this.facts = new PlacementFacts(referral.number());
        this.state = PlacementState.SENT;
        this.accessOpen = true;
        this.times = new PlacementTimes(at);
        this.changedAt = at;
    }

    /** A placement in SENT at the destination. */
    public static Placement send(Referral referral, Destination to, Instant at) {
        return new Placement(referral, to, at);
    }

    /** The step that made it; there is none before. */
    public Transition beginning(Actor coordinator) {
        return new Transition(
                Transition.Kind.PLACEMENT, id(), null, state.name(), coordinator, times.sentAt, Reason.NONE);
    }

    public Transition acknowledge(String ownReference, Actor agency, Instant at) {
        Transition step = step(PlacementCommand.ACKNOWLEDGE, PlacementState.ACKNOWLEDGED, agency, at, Reason.NONE);
        times.acknowledgedAt = at;
        facts.refer(ownReference);
        return step;
    }

    /** The agency would take it, but not yet. */
    public Transition waitlist(Integer expectedDays, Actor agency, Instant at) {
        Transition step = step(PlacementCommand.WAITLIST, PlacementState.WAITLISTED, agency, at, Reason.NONE);
        times.received(at);
        facts.waitFor(expectedDays);
        return step;
    }

    public Transition askInfo(Actor agency, Instant at) {
        Transition step = step(PlacementCommand.ASK_INFO, PlacementState.NEEDS_INFO, agency, at, Reason.NONE);
        times.received(at);
        return step;
    }

    public Transition supplyInfo(Actor coordinator, Instant at) {
        return step(PlacementCommand.SUPPLY_INFO, PlacementState.ACKNOWLEDGED, coordinator, at, Reason.NONE);
    }

    public Transition accept(String ownReference, Actor agency, Instant at) {
        Transition step = step(PlacementCommand.ACCEPT, PlacementState.ACCEPTED, agency, at, Reason.NONE);
        times.decided(at);
        facts.refer(ownReference);
        return step;
    }

    /** Takes the acceptance back, before the student was seen. */
    public Transition unAccept(String note, Actor agency, Instant at) {
        Transition step = step(PlacementCommand.UN_ACCEPT, PlacementState.ACKNOWLEDGED, agency, at, Reason.note(note));
        times.undecided();
        return step;
    }

    public Transition decline(DeclineCode code, String text, Actor agency, Instant at) {
        Transition step = end(PlacementCommand.DECLINE, agency, at, new Reason(code.name(), text));
        times.decided(at);
        facts.declined(code, text);
        return closed(step);
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

    /** A visit was called off. Where the placement rests, it is the state to go back to that changes. */
    public Transition visitCancelled(boolean anotherIsBooked, Actor actor, Instant at, Reason reason) {
        boolean nothingLeft = !anotherIsBooked;
        if (nothingLeft && hold != null && hold.from() == PlacementState.SCHEDULED) {
            this.hold = new PlacementHold(PlacementState.ACCEPTED, hold.reason(), hold.until());
        }
        PlacementState to = nothingLeft && state == PlacementState.SCHEDULED ? PlacementState.ACCEPTED : state;
        return step(PlacementCommand.CANCEL_APPOINTMENT, to, actor, at, reason);
    }

    public Transition hold(HoldReason reason, String note, LocalDate until, Actor agency, Instant at) {
        PlacementHold rest = new PlacementHold(state, reason, until);
        Transition step =
                step(PlacementCommand.HOLD, PlacementState.ON_HOLD, agency, at, new Reason(reason.name(), note));
        this.hold = rest;
        return step;
    }

    /** Goes on where it rested. */
    public Transition resume(Actor agency, Instant at) {
        require(PlacementCommand.RESUME);
        Transition step = step(PlacementCommand.RESUME, hold.from(), agency, at, Reason.NONE);
        this.hold = null;
        return step;
    }

    /** Somebody tried to reach the family. */
    public Transition contactTried(ContactOutcome result, Actor agency, Instant at) {
        return step(PlacementCommand.CONTACT_ATTEMPTS, state, agency, at, Reason.code(result));
    }

    public Transition complete(Outcome result, Actor agency, Instant at) {
        Transition step = end(PlacementCommand.COMPLETE, agency, at, Reason.code(result));
        facts.ended(result.name());
        return step;
    }

    public Transition endNotServed(UnservedCode code, Actor agency, Instant at) {
        Transition step = end(PlacementCommand.END_NOT_SERVED, agency, at, Reason.code(code));
        facts.ended(code.name());
        return closed(step);
    }

    public Transition couldNotContact(Actor agency, Instant at) {
        return closed(end(PlacementCommand.COULD_NOT_CONTACT, agency, at, Reason.NONE));
    }

    /** The school wants it back: at once from an agency that has not decided, else once the agency confirms. */
    public Transition requestCancellation(CancellationReason reason, Actor coordinator, Instant at) {
        require(PlacementCommand.REQUEST_CANCELLATION);
        boolean taken = PlacementLifecycle.isTaken(state);
        if (taken && facts.cancellationRequested()) {
            throw PlacementLifecycle.TABLE.wrongState(state, PlacementCommand.REQUEST_CANCELLATION, allowed());
        }
        facts.cancellationRequested(reason);
        return taken
                ? step(PlacementCommand.REQUEST_CANCELLATION, state, coordinator, at, Reason.code(reason))
                : closed(end(PlacementCommand.REQUEST_CANCELLATION, coordinator, at, Reason.code(reason)));
    }

    public Transition confirmCancellation(Actor agency, Instant at) {
        if (!allowed().contains(PlacementCommand.CONFIRM_CANCELLATION)) {
            throw PlacementLifecycle.TABLE.wrongState(state, PlacementCommand.CONFIRM_CANCELLATION, allowed());
        }
        Reason reason = Reason.code(facts.cancellationReason());
        return closed(end(PlacementCommand.CONFIRM_CANCELLATION, agency, at, reason));
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

    /** Its appointments changed, and nothing of its own. */
    public void touch(Instant at) {
        this.changedAt = at;
    }

    /** Nobody confirms what nobody has asked for. */
    public Set<PlacementCommand> allowed() {
        Set<PlacementCommand> commands = PlacementLifecycle.TABLE.allowed(state);
        if (!facts.cancellationRequested()) {
            commands.remove(PlacementCommand.CONFIRM_CANCELLATION);
        }
        return commands;
    }

    /** Whether the state takes the command, whatever else stands in its way. */
    boolean takes(PlacementCommand command) {
        return !PlacementLifecycle.TABLE.targets(state, command).isEmpty();
    }

    /** Checks that the state takes the command, before anything else is looked at. */
    public void require(PlacementCommand command) {
        if (!takes(command)) {
            throw PlacementLifecycle.TABLE.wrongState(state, command, allowed());
        }
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
        require(command);
        this.state = PlacementLifecycle.TABLE.step(state, command, to);
        this.changedAt = at;
        return new Transition(Transition.Kind.PLACEMENT, id(), from, to.name(), actor, at, reason);
    }

    /** What both sides may see of it. */
    public PlacementFacts facts() {
        return facts;
    }

    public PlacementHold hold() {
        return hold;
    }

    /** What crosses the bus. */
    public PlacementSnapshot snapshot() {
        return PlacementSnapshots.of(this);
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
