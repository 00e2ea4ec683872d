package org.footbridge.referral.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.footbridge.common.events.EventType;
import org.footbridge.referral.lifecycle.Actor;
import org.footbridge.referral.lifecycle.Transition.Reason;
import org.footbridge.referral.placement.Appointment;
import org.footbridge.referral.placement.CancellationReason;
import org.footbridge.referral.placement.ContactAttempt;
import org.footbridge.referral.placement.HoldReason;
import org.footbridge.referral.placement.Placement;

/** What passes between an agency and the school about one open placement, beside the steps of the main job. */
public final class PlacementCommands {
    private final CaseFile file;
    private final Placement placement;

    public PlacementCommands(CaseFile file, Placement placement) {
        this.file = file;
        this.placement = placement;
    }

    /** The agency would take it, but not yet. */
    public Changes waitlist(Integer expectedDays, Actor agency, Instant at) {
        return file.changed(at, Changes.of(placement.waitlist(expectedDays, agency, at)))
                .event(EventType.REFERRAL_WAITLISTED, placement);
    }

    public Changes hold(HoldReason reason, String note, LocalDate until, Actor agency, Instant at) {
        return file.changed(at, Changes.of(placement.hold(reason, note, until, agency, at)))
                .event(EventType.REFERRAL_ON_HOLD, placement);
    }

    public Changes resume(Actor agency, Instant at) {
        return file.changed(at, Changes.of(placement.resume(agency, at))).event(EventType.REFERRAL_RESUMED, placement);
    }

    public Changes askInfo(Actor agency, Instant at) {
        return file.changed(at, Changes.of(placement.askInfo(agency, at)))
                .event(EventType.REFERRAL_INFO_REQUESTED, placement);
    }

    public Changes supplyInfo(Actor coordinator, Instant at) {
        return file.changed(at, Changes.of(placement.supplyInfo(coordinator, at)))
                .event(EventType.REFERRAL_INFO_SUPPLIED, placement);
    }

    public Changes contactTried(ContactAttempt attempt, Actor agency, Instant at) {
        return file.changed(at, Changes.of(placement.contactTried(attempt.outcome(), agency, at)))
                .event(EventType.REFERRAL_CONTACT_ATTEMPTED, placement);
    }

    /** Ends it at once where the agency has not decided; then the referral is the coordinator's again. */
    public Changes requestCancellation(CancellationReason reason, Actor coordinator, Instant at) {
        Changes changes = file.changed(at, Changes.of(placement.requestCancellation(reason, coordinator, at)));
        return placement.state().isOpen()
                ? changes.event(EventType.REFERRAL_CANCELLATION_REQUESTED, placement)
                : cancelled(changes, coordinator, at);
    }

    /** The agency lets go: nobody comes to what was booked. */
    public Changes confirmCancellation(List<Appointment> visits, Actor agency, Instant at) {
        Changes changes = file.changed(at, Changes.of(placement.confirmCancellation(agency, at)));
        new Visits(file, placement, visits).callOff(changes, agency, at);
        return cancelled(changes, agency, at);
    }

    private Changes cancelled(Changes changes, Actor actor, Instant at) {
        Reason reason = Reason.code(placement.facts().cancellationReason());
        return file.returned(changes, actor, at, reason)
                .event(EventType.REFERRAL_CANCELLED, placement)
                .event(EventType.REFERRAL_ACCESS_REVOKED, placement);
    }
}
