package org.footbridge.referral.servicelevel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.footbridge.referral.casefile.CaseFile;
import org.footbridge.referral.casefile.HistoryEntry;
import org.footbridge.referral.district.DistrictSettings;
import org.footbridge.referral.placement.Placement;
import org.footbridge.referral.placement.PlacementState;
import org.footbridge.referral.referral.Referral;
import org.footbridge.referral.referral.ReferralState;
import org.footbridge.referral.referral.Urgency;

/** Reads the clocks of a case file off its milestones and its history: nothing ticks, so nothing can be lost. */
final class ServiceClocks {
    private static final Set<String> SCHOOL_WAITS =
            Set.of(ReferralState.NEEDS_INFO.name(), ReferralState.AWAITING_CONSENT.name());
    private static final Set<String> AGENCY_WAITS =
            Set.of(PlacementState.NEEDS_INFO.name(), PlacementState.ON_HOLD.name());

    private final CaseFile file;
    private final List<HistoryEntry> history;
    private final ServiceLevels levels;
    private final DueTimes dueTimes;
    private final Instant now;
    private final List<ServiceClock> clocks = new ArrayList<>();

    private ServiceClocks(
            CaseFile file, List<HistoryEntry> history, ServiceLevels levels, DistrictSettings district, Instant now) {
        this.file = file;
        this.history = history;
        this.levels = levels;
        this.dueTimes = new DueTimes(district);
        this.now = now;
    }

    /** The clocks that have begun, in the order of the steps. */
    static List<ServiceClock> of(
            CaseFile file, List<HistoryEntry> history, ServiceLevels levels, DistrictSettings district, Instant now) {
        ServiceClocks reading = new ServiceClocks(file, history, levels, district, now);
        reading.school();
        file.placements().forEach(reading::placement);
        return List.copyOf(reading.clocks);
    }

    private void school() {
        Referral referral = file.referral();
        Pauses pauses = pauses(referral.id(), SCHOOL_WAITS);
        boolean open = referral.state().isOpen();
        add(new Span(
                ClockKind.TRIAGE,
                null,
                referral.milestones().submittedAt(),
                referral.milestones().triagedAt(),
                open,
                pauses));
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
        List<Pauses.Step> steps = history.stream()
                .filter(entry -> entry.subjectId().equals(subject))
                .map(entry -> new Pauses.Step(entry.at(), entry.to()))
                .toList();
        return Pauses.of(steps, waiting, now);
    }

    private record Span(ClockKind kind, UUID placement, Instant start, Instant stop, boolean open, Pauses pauses) {}

    private void add(Span span) {
        if (span.start() != null) {
            levels.limit(file.referral().urgency(), span.kind()).ifPresent(limit -> {
                Instant due = dueTimes.due(span.start(), limit, span.pauses());
                clocks.add(new ServiceClock(
                        span.kind(), span.placement(), span.start(), due, span.stop(), state(span, due)));
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
