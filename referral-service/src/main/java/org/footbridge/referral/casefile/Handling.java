package org.footbridge.referral.casefile;

import java.time.Instant;
import org.footbridge.common.events.EventType;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.lifecycle.Transition.Reason;
import org.footbridge.referral.referral.CloseCode;
import org.footbridge.referral.referral.Need;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.ReferralCommand;
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
    public Changes addDetails(Need.Texts later, Actor actor, Instant at) {
        Reason reason = new Reason("DETAILS_ADDED", null);
        Changes changes = Changes.of(referral().take(ReferralCommand.ADD_DETAILS, actor, at, reason));
        referral().need().add(later);
        return changes;
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

    /** What the surviving referral remembers of its duplicate. Its coded state stays as it was, so nothing is told. */
    public Changes absorb(Referral duplicate, Actor coordinator, Instant at) {
        return Changes.of(referral().absorb(duplicate, coordinator, at));
    }

    /** Hands it to another coordinator; the history keeps the name of that day. */
    public Changes assign(Person to, Actor coordinator, Instant at) {
        return Changes.of(referral().assign(to.id(), coordinator, at, new Reason("ASSIGNED", to.name())))
                .event(EventType.REFERRAL_ASSIGNED);
    }

    private Referral referral() {
        return file.referral();
    }
}
