package org.footbridge.benchmarks.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.benchmarks.seed.Story.By;
import org.footbridge.benchmarks.seed.Story.Consent;

/**
 * Lets one referral live through the machines of decision 1 until it ends, gets stuck or the plan's last day has come: so the
 * states of recent referrals are those that a real desk shows, and the times of each fit together.
 */
final class Telling {
    private static final int SECOND_SENDING = 2;
    private static final int MINUTES_PER_DAY = 24 * 60;

    private final SeedPlan plan;
    private final SeedIds ids;
    private final Offers offers;
    private final Story story;
    private final Dice dice;
    private Instant at;
    private int children;

    Telling(SeedPlan plan, Offers offers, Story story, Dice dice) {
        this.plan = plan;
        this.ids = new SeedIds(plan);
        this.offers = offers;
        this.story = story;
        this.dice = dice;
        this.at = story.submittedAt;
    }

    void tell() {
        story.move(ReferralState.SUBMITTED, By.REFERRER, null, at);
        story.told(1, at);
        if (!look() || !triage()) {
            return;
        }
        Offers.Service service = offers.anyActive(dice);
        if (!decide(service)) {
            return;
        }
        for (int sending = 1; sending <= SECOND_SENDING && send(service); sending++) {
            Sending sent = story.sendings.getLast();
            new TellingOfPlacement(this, story, sent, dice).tell();
            if (story.state != ReferralState.READY) {
                return;
            }
            if (sending == SECOND_SENDING || !dice.chance(75)) {
                giveUp();
                return;
            }
            service = offers.anyActive(dice);
            if (!pass(1, 14) || !consent(service)) {
                return;
            }
        }
    }

    /** Nobody else is asked; most desks close the referral some day. */
    private void giveUp() {
        if (dice.chance(85)) {
            ended(10, 40, ReferralState.CLOSED_NOT_SERVED, "NO_PROVIDER_FOUND");
        }
    }

    /** What may happen before anybody takes the referral up. */
    private boolean look() {
        return switch (Chances.FIRST_LOOK.draw(dice)) {
            case ENTERED_IN_ERROR -> ended(1, 5, ReferralState.ENTERED_IN_ERROR, null);
            case DUPLICATE -> ended(1, 6, ReferralState.DUPLICATE, null);
            case WITHDRAWN -> ended(1, 10, ReferralState.WITHDRAWN, Chances.WITHDRAWALS.draw(dice));
            case NEEDS_INFO -> askInfo();
            default -> true;
        };
    }

    private boolean askInfo() {
        if (!pass(1, 3)) {
            return false;
        }
        step(ReferralState.NEEDS_INFO, By.COORDINATOR, null);
        if (dice.chance(15) || !pass(1, 9)) {
            return false;
        }
        if (dice.chance(20)) {
            return ended(10, 30, ReferralState.CLOSED_NOT_SERVED, "COULD_NOT_CONTACT");
        }
        step(ReferralState.SUBMITTED, By.REFERRER, null);
        return true;
    }

    private boolean triage() {
        if (!pass(0, 5)) {
            return false;
        }
        story.move(ReferralState.TRIAGED, By.COORDINATOR, null, at);
        story.triagedAt = at;
        story.urgency = dice.chance(85) ? story.urgency : Chances.URGENCIES.draw(dice);
        story.tier = dice.between(2, 3);
        boolean insideTheSchool = dice.chance(2); // which needs no consent (decision 3)
        if (!insideTheSchool) {
            story.move(ReferralState.AWAITING_CONSENT, By.COORDINATOR, null, at);
        }
        story.told(1, at);
        return !insideTheSchool;
    }

    /** The guardian's word. */
    private boolean decide(Offers.Service service) {
        return switch (Chances.CONSENT.draw(dice)) {
            case CONSENT_REFUSED -> ended(1, 20, ReferralState.CONSENT_REFUSED, null);
            case TRANSFERRED_OUT -> ended(3, 40, ReferralState.TRANSFERRED_OUT, null);
            case CLOSED_NOT_SERVED -> ended(20, 60, ReferralState.CLOSED_NOT_SERVED, Chances.CLOSURES.draw(dice));
            case AWAITING_CONSENT -> false;
            default -> pass(1, 14) && consent(service) && stillWanted();
        };
    }

    private boolean consent(Offers.Service service) {
        Offers.Organization agency = offers.agency(service.organization());
        boolean again = story.consents.stream().anyMatch(consent -> consent.recipient.equals(agency));
        if (again) {
            return true;
        }
        story.consents.add(new Consent(newId(Kind.CONSENT), agency, at));
        if (story.consentGrantedAt == null) {
            story.consentGrantedAt = at;
        }
        step(ReferralState.READY, By.COORDINATOR, null);
        return true;
    }

    private boolean stillWanted() {
        return switch (Chances.READY.draw(dice)) {
            case WITHDRAWN -> ended(1, 20, ReferralState.WITHDRAWN, Chances.WITHDRAWALS.draw(dice));
            case CONSENT_REVOKED -> {
                boolean revoked = ended(2, 20, ReferralState.CONSENT_REVOKED, "CONSENT_REVOKED");
                if (story.state == ReferralState.CONSENT_REVOKED) {
                    story.consents.getLast().revokedAt = at;
                }
                yield revoked;
            }
            case CLOSED_NOT_SERVED -> ended(20, 60, ReferralState.CLOSED_NOT_SERVED, "NO_PROVIDER_FOUND");
            default -> true;
        };
    }

    private boolean send(Offers.Service service) {
        if (!pass(0, 6)) {
            return false;
        }
        Offers.Organization agency = offers.agency(service.organization());
        Consent consent = story.consents.getLast();
        Sending sending = new Sending(newId(Kind.PLACEMENT), service, agency, consent, at);
        story.move(ReferralState.PLACED, By.COORDINATOR, null, at);
        sending.move(story, PlacementState.SENT, By.COORDINATOR, null, at);
        story.sendings.add(sending);
        if (story.sentAt == null) {
            story.sentAt = at;
        }
        tellOf(sending, 2);
        return true;
    }

    /** One command at the agency, or about it, that makes that many events. */
    void tellOf(Sending sending, int events) {
        story.told(events, at);
        sending.sequence = story.sequence;
    }

    /** Always false, for the story is over, or stuck before its end. */
    private boolean ended(int leastDays, int mostDays, ReferralState end, String reason) {
        if (pass(leastDays, mostDays)) {
            step(end, end == ReferralState.WITHDRAWN ? By.REFERRER : By.COORDINATOR, reason);
            story.outcome = end == ReferralState.CLOSED_NOT_SERVED ? reason : null;
        }
        return false;
    }

    private void step(ReferralState to, By by, String reason) {
        story.move(to, by, reason, at);
        story.told(1, at);
    }

    /** Lets time pass; false when the last day would be over, and then nothing passes. */
    boolean pass(int leastDays, int mostDays) {
        int minutes = dice.between(Math.max(10, leastDays * MINUTES_PER_DAY), mostDays * MINUTES_PER_DAY);
        Instant later = at.plus(Duration.ofMinutes(minutes));
        if (later.isAfter(plan.now())) {
            return false;
        }
        at = later;
        return true;
    }

    /** Waits until {@code moment}; false when that is beyond the last day. */
    boolean passUntil(Instant moment) {
        if (moment.isAfter(plan.now())) {
            return false;
        }
        at = moment;
        return true;
    }

    Instant at() {
        return at;
    }

    UUID newId(Kind kind) {
        return ids.id(kind, story.child(children++), at);
    }
}
