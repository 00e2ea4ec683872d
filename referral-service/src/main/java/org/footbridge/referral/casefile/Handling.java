package org.footbridge.referral.casefile;

import java.time.Instant;
import org.footbridge.common.events.EventType;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.lifecycle.LifecycleProblem;
import org.footbridge.referral.lifecycle.Transition;
import org.footbridge.referral.lifecycle.Transition.Reason;
import org.footbridge.referral.referral.Access;
import org.footbridge.referral.referral.CloseCode;
import org.footbridge.referral.referral.Need;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.ReferralCommand;
import org.footbridge.referral.referral.Submission;
import org.footbridge.referral.roster.Person;

/** What the school does with a referral on its own, while no agency is concerned: each is told to the school's side only. */
public record Handling(CaseFile file) {

    public Changes askInfo(Actor coordinator, Instant at) {
        return Changes.of(referral().take(ReferralCommand.ASK_INFO, coordinator, at, Reason.NONE))
                .event(EventType.REFERRAL_NEEDS_INFO);
    }

    public Changes supplyInfo(Actor actor, Instant at) {
        return Changes.of(referral().take(ReferralCommand.SUPPLY_INFO, actor, at, Reason.NONE))
                .event(EventType.REFERRAL_INFO_RECEIVED);
    }

    /** The coded state stays as it was, so nothing is told. */
    public Changes addDetails(Need need, Access access, Actor actor, Instant at) {
        Reason reason = new Reason("DETAILS_ADDED", null);
        Changes changes = Changes.of(referral().take(ReferralCommand.ADD_DETAILS, actor, at, reason));
        referral().need().add(need);
        referral().access().add(access);
        return changes;
    }

    /** Somebody has the crisis in hand. What is told of it says how the crisis stands, and is told by the crisis path. */
    public Changes acknowledgeCrisis(Actor responder, Instant at) {
        String state = referral().state().name();
        Reason reason = new Reason("CRISIS_ACKNOWLEDGED", null);
        referral().touch(at);
        return Changes.of(
                new Transition(Transition.Kind.REFERRAL, referral().id(), state, state, responder, at, reason));
    }

    public Changes close(CloseCode code, String text, Actor coordinator, Instant at) {
        return Changes.of(referral().close(code, text, coordinator, at)).event(EventType.REFERRAL_CLOSED);
    }

    public Changes transferOut(String note, Actor coordinator, Instant at) {
        return Changes.of(referral().take(ReferralCommand.TRANSFER_OUT, coordinator, at, Reason.note(note)))
                .event(EventType.REFERRAL_TRANSFERRED_OUT);
    }

    public Changes goOnIn(Referral other, Actor coordinator, Instant at) {
        return Changes.of(referral().goOnIn(other, coordinator, at)).event(EventType.REFERRAL_DUPLICATE);
    }

    /**
     * What the surviving referral takes from its duplicate: a note of it, and what its own form does not say. Its coded state stays as
     * it was, so nothing is told.
     */
    public Changes absorb(Referral duplicate, Actor coordinator, Instant at) {
        Changes changes = Changes.of(referral().absorb(duplicate, coordinator, at));
        referral().need().add(duplicate.need());
        referral().access().add(duplicate.access());
        return changes;
    }

    /** Hands it to another coordinator; the history keeps the name of that day. */
    public Changes assign(Person to, Actor coordinator, Instant at) {
        return Changes.of(referral().assign(to.id(), coordinator, at, new Reason("ASSIGNED", to.name())))
                .event(EventType.REFERRAL_ASSIGNED);
    }

    /** Goes with the student to another school of the district. 409 while the team of the old one has it. */
    public Changes moveTo(Submission.Subject at, Actor coordinator, Instant now) {
        file.placements().stream()
                .filter(placement -> placement.destination().inSchool())
                .filter(placement -> placement.state().isOpen())
                .forEach(placement -> {
                    throw LifecycleProblem.WRONG_STATE
                            .of("The old school's own team has to end its placement first.")
                            .with("state", referral().state().name());
                });
        return Changes.of(referral().moveTo(at, coordinator, now)).event(EventType.REFERRAL_ASSIGNED);
    }

    /** What it said was destroyed; that it was, stays. */
    public Changes purged(Actor by, Instant at) {
        String state = referral().state().name();
        return Changes.of(new Transition(
                        Transition.Kind.REFERRAL, referral().id(), state, state, by, at, new Reason("PURGED", null)))
                .event(EventType.REFERRAL_PURGED);
    }

    /** A part of what it said was destroyed. Its coded state stays as it was, so nothing is told. */
    public Changes partPurged(String code, Actor by, Instant at) {
        String state = referral().state().name();
        referral().touch(at);
        return Changes.of(new Transition(
                Transition.Kind.REFERRAL, referral().id(), state, state, by, at, new Reason(code, null)));
    }

    private Referral referral() {
        return file.referral();
    }
}
