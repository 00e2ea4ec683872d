package org.footbridge.referral.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.HistoryEntry;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.placement.PlacementState;
import org.footbridge.referral.referral.Milestones;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.ReferralState;
import org.footbridge.referral.referral.Urgency;
import org.footbridge.referral.schoolday.SchoolDays;

/** Reckons the clocks of a case file from its milestones and its history: what is stored of them can always be made anew. */
final class ServiceClocks {
    private static final Set<String> SCHOOL_WAITS =
            Set.of(ReferralState.NEEDS_INFO.name(), ReferralState.AWAITING_CONSENT.name());
    private static final Set<String> AGENCY_WAITS =
            Set.of(PlacementState.NEEDS_INFO.name(), PlacementState.ON_HOLD.name());

    private final CaseFile file;
    private final Rules rules;
    private final DueTimes dueTimes;
    private final Instant now;
    private final List<Reckoned> clocks = new ArrayList<>();

    private ServiceClocks(CaseFile file, Rules rules, Instant now) {
        this.file = file;
        this.rules = rules;
        this.dueTimes = new DueTimes(rules.days());
        this.now = now;
    }

    /**
     * What clocks are reckoned by, beside the case file itself.
     *
     * @param history needed where a clock that runs has stood still, else empty
     */
    record Rules(ServiceLevels levels, SchoolDays days, CrisisFacts crisis, List<HistoryEntry> history) {}

    /** The clocks that have begun, in the order of the steps. */
    static List<Reckoned> of(CaseFile file, Rules rules, Instant now) {
        ServiceClocks reading = new ServiceClocks(file, rules, now);
        reading.school();
        file.placements().forEach(reading::placement);
        return List.copyOf(reading.clocks);
    }

    /** Whether clocks stand still in a state; {@code null} is the one before the first. */
    static boolean waits(String state) {
        return state != null && (SCHOOL_WAITS.contains(state) || AGENCY_WAITS.contains(state));
    }

    private void school() {
        Referral referral = file.referral();
        Pauses pauses = pauses(referral.id(), SCHOOL_WAITS);
        boolean open = referral.state().isOpen();
        boolean inCrisis = referral.urgency() == Urgency.CRISIS;
        Milestones passed = referral.milestones();
        add(new Span(
                ClockKind.TRIAGE,
                null,
                inCrisis ? rules.crisis().triageSince(passed) : passed.submittedAt(),
                passed.triagedAt(),
                open,
                pauses));
        if (inCrisis) {
            add(new Span(
                    ClockKind.CRISIS_DETAILS,
                    null,
                    rules.crisis().detailsSince(),
                    rules.crisis().detailsAt(),
                    open,
                    pauses));
        }
        add(new Span(
                ClockKind.SENDING,
                null,
                referral.milestones().consentGrantedAt(),
                referral.milestones().sentAt(),
                open,
                pauses));
    }

    private void placement(Placement placement) {
        Pauses pauses = pauses(placement.id(), AGENCY_WAITS);
        boolean open = placement.state().isOpen();
        Instant sent = placement.times().sentAt();
        add(new Span(ClockKind.DECISION, placement.id(), sent, placement.times().decidedAt(), open, pauses));
        add(new Span(
                ClockKind.FIRST_APPOINTMENT,
                placement.id(),
                sent,
                placement.times().scheduledAt(),
                open,
                pauses));
    }

    /** A crisis waits for nobody. */
    private Pauses pauses(UUID subject, Set<String> waiting) {
        if (file.referral().urgency() == Urgency.CRISIS) {
            return Pauses.NONE;
        }
        List<Pauses.Step> steps = rules.history().stream()
                .filter(entry -> entry.subjectId().equals(subject))
                .map(entry -> new Pauses.Step(entry.at(), entry.to()))
                .toList();
        return Pauses.of(steps, waiting, now);
    }

    private record Span(ClockKind kind, UUID placement, Instant start, Instant stop, boolean open, Pauses pauses) {}

    private void add(Span span) {
        if (span.start() != null) {
            rules.levels().limit(file.referral().urgency(), span.kind()).ifPresent(limit -> {
                Instant due = dueTimes.due(span.start(), limit, span.pauses());
                Instant withoutPause = dueTimes.due(span.start(), limit, Pauses.NONE);
                clocks.add(new Reckoned(
                        span.kind(),
                        span.placement(),
                        span.start(),
                        due,
                        Duration.between(span.start(), withoutPause),
                        span.stop(),
                        span.pauses().latestEnd(),
                        state(span, due)));
            });
        }
    }

    private ServiceClock.State state(Span span, Instant due) {
        if (span.stop() != null) {
            return span.stop().isAfter(due) ? ServiceClock.State.MISSED : ServiceClock.State.MET;
        }
        if (!span.open()) {
            return ServiceClock.State.VOID;
        }
        if (span.pauses().isPaused()) {
            return ServiceClock.State.PAUSED;
        }
        return now.isAfter(due) ? ServiceClock.State.OVERDUE : ServiceClock.State.RUNNING;
    }
}
