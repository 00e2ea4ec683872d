package org.footbridge.referral.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.ReferralSnapshot;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.referral.disclosure.LegalBasis;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.lifecycle.Transition;
import org.footbridge.referral.lifecycle.Transition.Reason;
import org.footbridge.referral.placement.DeclineCode;
import org.footbridge.referral.placement.Destination;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.placement.PlacementState;
import org.footbridge.referral.placement.UnservedCode;
import org.footbridge.referral.referral.Outcome;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.ReferralCommand;
import org.footbridge.referral.referral.ReferralState;
import org.footbridge.referral.referral.Urgency;
import org.footbridge.referral.referral.WithdrawalReason;

/** A referral and all its placements. Each command returns what it did; nothing here knows a database. */
public final class CaseFile {
    private final Referral referral;
    private final List<Placement> placements;

    public CaseFile(Referral referral, List<Placement> placements) {
        this.referral = referral;
        this.placements = new ArrayList<>(placements);
    }

    public Referral referral() {
        return referral;
    }

    public List<Placement> placements() {
        return List.copyOf(placements);
    }

    /** One of them; 404 where it is none of this referral. */
    public Placement placement(UUID id) {
        return placements.stream()
                .filter(placement -> placement.id().equals(id))
                .findFirst()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such placement of this referral."));
    }

    /** Everything that a new referral leaves behind. */
    public Changes submitted(Actor referrer) {
        return Changes.of(referral.beginning(referrer)).event(EventType.REFERRAL_SUBMITTED);
    }

    /** Help outside of the school needs a consent, so what was triaged waits for it. */
    public Changes triage(Urgency urgency, int tier, String note, Actor coordinator, Instant at) {
        return Changes.of(referral.triage(urgency, tier, note, coordinator, at))
                .step(referral.take(ReferralCommand.AWAIT_CONSENT, coordinator, at, Reason.NONE))
                .event(EventType.REFERRAL_TRIAGED);
    }

    public Changes consentGiven(Actor coordinator, Instant at) {
        return Changes.of(referral.consent(coordinator, at)).event(EventType.CONSENT_GRANTED);
    }

    public Changes consentRefused(String note, Actor coordinator, Instant at) {
        return Changes.of(referral.take(ReferralCommand.REFUSE_CONSENT, coordinator, at, Reason.note(note)))
                .event(EventType.CONSENT_REFUSED);
    }

    /** Sends it to a destination; the new placement is the last of {@link #placements()}. */
    public Changes send(Destination to, Actor coordinator, Instant at) {
        Transition step = referral.send(to.command(), coordinator, at, Reason.NONE);
        return placed(step, Placement.send(referral, to, at), coordinator);
    }

    /** As above, without a consent and by another right. */
    public Changes release(Destination to, LegalBasis basis, Actor coordinator, Instant at) {
        Transition step = referral.send(ReferralCommand.RELEASE, coordinator, at, Reason.code(basis));
        Placement placement = Placement.send(referral, to, at);
        placement.releaseUnder(basis);
        return placed(step, placement, coordinator);
    }

    private Changes placed(Transition step, Placement placement, Actor coordinator) {
        placements.add(placement);
        Changes changes =
                Changes.of(step).step(placement.beginning(coordinator)).event(EventType.REFERRAL_SENT, placement);
        return placement.destination().inSchool()
                ? changes
                : changes.event(EventType.REFERRAL_ACCESS_GRANTED, placement);
    }

    public Changes acknowledge(Placement placement, String ownReference, Actor agency, Instant at) {
        return changed(at, Changes.of(placement.acknowledge(ownReference, agency, at)))
                .event(EventType.REFERRAL_ACKNOWLEDGED, placement);
    }

    public Changes accept(Placement placement, String ownReference, Actor agency, Instant at) {
        return changed(at, Changes.of(placement.accept(ownReference, agency, at)))
                .event(EventType.REFERRAL_ACCEPTED, placement);
    }

    public Changes decline(Placement placement, DeclineCode code, String text, Actor agency, Instant at) {
        Changes changes = changed(at, Changes.of(placement.decline(code, text, agency, at)));
        return returned(changes, agency, at, Reason.code(code)).event(EventType.REFERRAL_DECLINED, placement);
    }

    public Changes complete(Placement placement, Outcome outcome, Actor agency, Instant at) {
        Changes changes = Changes.of(placement.complete(outcome, agency, at));
        return changes.step(referral.complete(outcome, agency, at)).event(EventType.REFERRAL_COMPLETED, placement);
    }

    public Changes endNotServed(Placement placement, UnservedCode code, Actor agency, Instant at) {
        Changes changes = changed(at, Changes.of(placement.endNotServed(code, agency, at)));
        return returned(changes, agency, at, Reason.code(code)).event(EventType.REFERRAL_ENDED_NOT_SERVED, placement);
    }

    public Changes couldNotContact(Placement placement, Actor agency, Instant at) {
        Changes changes = changed(at, Changes.of(placement.couldNotContact(agency, at)));
        return returned(changes, agency, at, new Reason("COULD_NOT_CONTACT", null))
                .event(EventType.REFERRAL_ENDED_NOT_SERVED, placement);
    }

    /** The school takes it back: what is open is cancelled and nothing of it can be read any more. */
    public Changes withdraw(WithdrawalReason reason, String note, Actor actor, Instant at) {
        List<Placement> open = open();
        Changes changes =
                Changes.of(referral.take(ReferralCommand.WITHDRAW, actor, at, new Reason(reason.name(), note)));
        open.forEach(placement -> changes.step(placement.cancel(actor, at, Reason.code(reason))));
        return told(changes, EventType.REFERRAL_WITHDRAWN, open);
    }

    /** It should never have been: every placement goes with it. */
    public Changes enterInError(String note, Actor coordinator, Instant at) {
        List<Placement> readable = readable(placement -> true);
        Changes changes = Changes.of(referral.take(ReferralCommand.ENTER_IN_ERROR, coordinator, at, Reason.note(note)));
        placements.stream()
                .filter(placement -> placement.state() != PlacementState.ENTERED_IN_ERROR)
                .forEach(placement -> changes.step(placement.enterInError(coordinator, at, Reason.NONE)));
        return told(changes, EventType.REFERRAL_ENTERED_IN_ERROR, readable);
    }

    /**
     * A consent was taken back.
     *
     * @param stillCovered which agencies another live consent still lets read
     */
    public Changes consentRevoked(Predicate<Placement> stillCovered, boolean anyLeft, Actor coordinator, Instant at) {
        Predicate<Placement> needsNone = placement -> placement.destination().inSchool();
        List<Placement> lost = readable(stillCovered.or(needsNone).negate());
        Changes changes = new Changes();
        for (Placement placement : lost) {
            if (placement.state().isOpen()) {
                changes.step(placement.revokeAccess(coordinator, at, Reason.NONE));
            } else {
                placement.closeAccess(at);
            }
        }
        afterRevocation(changes, anyLeft, coordinator, at);
        changes.event(EventType.CONSENT_REVOKED);
        lost.forEach(placement -> changes.event(EventType.REFERRAL_ACCESS_REVOKED, placement));
        return changes;
    }

    private void afterRevocation(Changes changes, boolean anyLeft, Actor coordinator, Instant at) {
        referral.touch(at);
        Reason reason = new Reason("CONSENT_REVOKED", null);
        boolean waiting = referral.state() == ReferralState.READY
                || (referral.state() == ReferralState.PLACED && open().isEmpty());
        if (waiting && !anyLeft) {
            changes.step(referral.take(ReferralCommand.LOSE_CONSENT, coordinator, at, reason));
        } else {
            returned(changes, coordinator, at, reason);
        }
    }

    /** What crosses the bus: the whole state as it is now (decision 20). */
    public ReferralSnapshot snapshot(UUID placementId) {
        return new ReferralSnapshot(
                referral.id(),
                referral.number(),
                referral.schoolId(),
                referral.schoolName(),
                referral.state().name(),
                new ReferralSnapshot.Cohort(
                        referral.gradeBand(),
                        referral.access().homeLanguage(),
                        referral.urgency().name(),
                        referral.referrerRole()),
                placementId,
                referral.milestones().receivedOn(),
                referral.milestones().submittedAt(),
                referral.milestones().triagedAt(),
                referral.milestones().consentRequestedAt(),
                referral.milestones().consentGrantedAt(),
                referral.milestones().sentAt(),
                referral.milestones().firstKeptAt(),
                referral.milestones().closedAt(),
                referral.outcome(),
                placements.stream().map(Placement::snapshot).toList(),
                null,
                null,
                null);
    }

    /** PLACED goes back to READY when nothing is open any more. */
    Changes returned(Changes changes, Actor actor, Instant at, Reason reason) {
        if (referral.state() == ReferralState.PLACED && open().isEmpty()) {
            changes.step(referral.take(ReferralCommand.RETURN, actor, at, reason));
        }
        return changes;
    }

    /** A step of a placement is one of its referral's versions too. */
    Changes changed(Instant at, Changes changes) {
        referral.touch(at);
        return changes;
    }

    /** Told to each agency concerned, and to the school's side where there is none. */
    private static Changes told(Changes changes, EventType type, List<Placement> concerned) {
        if (concerned.isEmpty()) {
            return changes.event(type);
        }
        concerned.forEach(placement -> changes.event(type, placement));
        concerned.forEach(placement -> changes.event(EventType.REFERRAL_ACCESS_REVOKED, placement));
        return changes;
    }

    private List<Placement> open() {
        return placements.stream()
                .filter(placement -> placement.state().isOpen())
                .toList();
    }

    private List<Placement> readable(Predicate<Placement> filter) {
        return placements.stream().filter(Placement::accessOpen).filter(filter).toList();
    }
}
