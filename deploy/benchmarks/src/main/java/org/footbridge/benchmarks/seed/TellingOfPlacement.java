package org.footbridge.benchmarks.seed;

import java.time.Duration;
import java.time.Instant;
import org.footbridge.benchmarks.seed.Sending.Visit;
import org.footbridge.benchmarks.seed.Story.By;

/** What becomes of a referral at the agency that it was sent to. Afterwards it is READY again when that did not help. */
final class TellingOfPlacement {
    private static final int ATTEMPTS = 3;
    private static final int MOST_FURTHER_VISITS = 4;
    private static final Duration VISIT = Duration.ofMinutes(50);

    private final Telling telling;
    private final Story story;
    private final Sending sending;
    private final Dice dice;

    TellingOfPlacement(Telling telling, Story story, Sending sending, Dice dice) {
        this.telling = telling;
        this.story = story;
        this.sending = sending;
        this.dice = dice;
    }

    void tell() {
        if (acknowledge() && decide() && firstVisit()) {
            serve();
        }
    }

    private boolean acknowledge() {
        if (dice.chance(1) || !telling.pass(0, 3)) {
            return false;
        }
        sending.acknowledgedAt = telling.at();
        step(PlacementState.ACKNOWLEDGED, sending.by(), null);
        return true;
    }

    private boolean decide() {
        return switch (Chances.INTAKE.draw(dice)) {
            case NEEDS_INFO -> hesitate(PlacementState.NEEDS_INFO) && accept();
            case WAITLISTED -> hesitate(PlacementState.WAITLISTED) && accept();
            case DECLINED -> decline();
            case COULD_NOT_CONTACT -> unserved(5, 21, PlacementState.COULD_NOT_CONTACT, "COULD_NOT_CONTACT");
            case CANCELLED -> taken(PlacementState.CANCELLED, ReferralState.WITHDRAWN);
            default -> accept();
        };
    }

    private boolean hesitate(PlacementState wait) {
        if (!telling.pass(1, 5)) {
            return false;
        }
        step(wait, sending.by(), null);
        if (dice.chance(8) || !telling.pass(2, wait == PlacementState.WAITLISTED ? 60 : 7)) {
            return false;
        }
        if (wait == PlacementState.NEEDS_INFO) {
            step(PlacementState.ACKNOWLEDGED, By.COORDINATOR, null);
        }
        return true;
    }

    private boolean accept() {
        if (!telling.pass(0, 4)) {
            return false;
        }
        sending.decidedAt = telling.at();
        step(PlacementState.ACCEPTED, sending.by(), null);
        return true;
    }

    private boolean decline() {
        String code = Chances.DECLINES.draw(dice);
        boolean over = unserved(1, 6, PlacementState.DECLINED, code);
        if (sending.state == PlacementState.DECLINED) {
            sending.declineCode = code;
            sending.decidedAt = telling.at();
        }
        return over;
    }

    /** True when a first visit was kept. */
    private boolean firstVisit() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Visit visit = book(2, 15);
            if (visit == null) {
                return false;
            }
            if (dice.chance(3)) {
                return callOff(visit);
            }
            if (!telling.passUntil(visit.startsAt.plus(VISIT))) {
                return false;
            }
            if (dice.chance(82)) {
                attend(visit);
                return true;
            }
            miss(visit);
        }
        return unserved(1, 10, PlacementState.ENDED_NOT_SERVED, Chances.UNSERVED.draw(dice));
    }

    private void serve() {
        for (int further = dice.below(MOST_FURTHER_VISITS); further > 0; further--) {
            Visit visit = book(5, 9);
            if (visit == null || !telling.passUntil(visit.startsAt.plus(VISIT))) {
                return;
            }
            if (dice.chance(88)) {
                attend(visit);
            } else {
                miss(visit);
            }
        }
        switch (Chances.SERVICE.draw(dice)) {
            case ON_HOLD -> hold();
            case ENDED_NOT_SERVED -> unserved(3, 30, PlacementState.ENDED_NOT_SERVED, Chances.UNSERVED.draw(dice));
            case ACCESS_REVOKED -> taken(PlacementState.ACCESS_REVOKED, ReferralState.CONSENT_REVOKED);
            case IN_SERVICE -> {} // care that goes on for long
            default -> complete();
        }
    }

    private Visit book(int leastDays, int mostDays) {
        if (!telling.pass(0, 3)) {
            return null;
        }
        Instant start = telling.at().plus(Duration.ofHours(dice.between(leastDays * 24, mostDays * 24)));
        Visit visit = new Visit(telling.newId(Kind.APPOINTMENT), start, Chances.MODALITIES.draw(dice));
        sending.visits.add(visit);
        if (sending.scheduledAt == null) {
            sending.scheduledAt = telling.at();
        }
        boolean served = sending.state == PlacementState.IN_SERVICE;
        step(served ? PlacementState.IN_SERVICE : PlacementState.SCHEDULED, sending.by(), null);
        visitStep(visit, null);
        return visit;
    }

    private void attend(Visit visit) {
        settle(visit, VisitState.KEPT);
        if (sending.firstKeptAt == null) {
            sending.firstKeptAt = visit.startsAt;
        }
        if (story.firstKeptAt == null) {
            story.firstKeptAt = visit.startsAt;
        }
        step(PlacementState.IN_SERVICE, sending.by(), null);
    }

    private void miss(Visit visit) {
        settle(visit, VisitState.NO_SHOW);
        boolean served = sending.state == PlacementState.IN_SERVICE;
        step(served ? PlacementState.IN_SERVICE : PlacementState.ACCEPTED, sending.by(), null);
    }

    /** The family calls the visit off and does not come again. */
    private boolean callOff(Visit visit) {
        if (telling.passUntil(visit.startsAt.minus(Duration.ofHours(20)))) {
            settle(visit, VisitState.CANCELLED);
            return unserved(0, 1, PlacementState.ENDED_NOT_SERVED, "REFERRED_ELSEWHERE");
        }
        return false;
    }

    private void hold() {
        if (telling.pass(1, 10)) {
            step(PlacementState.ON_HOLD, sending.by(), null);
        }
    }

    private void complete() {
        if (!telling.pass(7, 60)) {
            return;
        }
        sending.outcome = Chances.OUTCOMES.draw(dice);
        story.outcome = sending.outcome;
        sending.move(story, PlacementState.COMPLETED, sending.by(), sending.outcome, telling.at());
        story.move(ReferralState.COMPLETED, sending.by(), sending.outcome, telling.at());
        telling.tellOf(sending, 1);
        if (dice.chance(1) && telling.pass(5, 40)) {
            story.move(ReferralState.ENTERED_IN_ERROR, By.COORDINATOR, null, telling.at());
            sending.move(story, PlacementState.ENTERED_IN_ERROR, By.COORDINATOR, null, telling.at());
            telling.tellOf(sending, 2);
        }
    }

    /** An end that gives the referral back to the coordinator. Always false: nothing follows here. */
    private boolean unserved(int leastDays, int mostDays, PlacementState end, String code) {
        if (telling.pass(leastDays, mostDays)) {
            sending.outcome = end == PlacementState.ENDED_NOT_SERVED ? code : null;
            sending.move(story, end, sending.by(), code, telling.at());
            story.move(ReferralState.READY, sending.by(), code, telling.at());
            telling.tellOf(sending, 1);
        }
        return false;
    }

    /** The school's side ends it, and with it the agency's access. Always false: nothing follows here. */
    private boolean taken(PlacementState end, ReferralState referralEnd) {
        if (telling.pass(2, 20)) {
            boolean revoked = end == PlacementState.ACCESS_REVOKED;
            String reason = revoked ? "CONSENT_REVOKED" : Chances.WITHDRAWALS.draw(dice);
            sending.move(story, end, By.COORDINATOR, reason, telling.at());
            story.move(referralEnd, By.COORDINATOR, reason, telling.at());
            if (revoked) {
                story.consents.forEach(consent -> consent.revokedAt = telling.at());
            }
            telling.tellOf(sending, 2);
        }
        return false;
    }

    private void step(PlacementState to, By by, String reason) {
        sending.move(story, to, by, reason, telling.at());
        telling.tellOf(sending, 1);
    }

    private void settle(Visit visit, VisitState to) {
        String from = visit.state.name();
        visit.state = to;
        visit.version++;
        visitStep(visit, from);
    }

    private void visitStep(Visit visit, String from) {
        story.steps.add(
                new Story.Step("APPOINTMENT", visit.id, from, visit.state.name(), sending.by(), null, telling.at()));
    }
}
