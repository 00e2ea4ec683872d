package org.footbridge.referral.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** When a clock stood still, oldest first. Whoever is waited for is not the one whose time runs. */
final class Pauses {
    /** A longer wait is no pause any more: somebody must look. */
    static final Duration LONGEST = Duration.ofDays(14);

    static final Pauses NONE = new Pauses(List.of(), false);

    /** {@code until} is never later than {@link #LONGEST} after {@code from}. */
    record Pause(Instant from, Instant until) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    /** A machine came into a state. */
    record Step(Instant at, String state) {}

    private final List<Pause> pauses;
    private final boolean paused;

    private Pauses(List<Pause> pauses, boolean paused) {
        this.pauses = pauses;
        this.paused = paused;
    }

    /**
     * The pauses of one machine.
     *
     * @param steps its steps, oldest first
     * @param waiting names of the states in which its clocks stand still
     */
    static Pauses of(List<Step> steps, Set<String> waiting, Instant now) {
        List<Pause> pauses = new ArrayList<>();
        Instant since = null;
        for (Step step : steps) {
            boolean waits = waiting.contains(step.state());
            if (since != null && !waits) {
                pauses.add(pause(since, step.at()));
                since = null;
            } else if (since == null && waits) {
                since = step.at();
            }
        }
        if (since == null) {
            return new Pauses(pauses, false);
        }
        Pause last = pause(since, now);
        pauses.add(last);
        return new Pauses(pauses, !last.until().isBefore(now));
    }

    private static Pause pause(Instant from, Instant to) {
        Instant latest = from.plus(LONGEST);
        return new Pause(from, to.isBefore(latest) ? to : latest);
    }

    /** When the pause of now becomes too long to be one; {@code null} where there is none. */
    Instant latestEnd() {
        return paused ? pauses.getLast().from().plus(LONGEST) : null;
    }

    /** Whether the clock stands still right now. */
    boolean isPaused() {
        return paused;
    }

    boolean hold(Instant at) {
        return pauses.stream().anyMatch(pause -> pause.holds(at));
    }

    /** When a span that begins then is over, not counting the pauses. */
    Instant end(Instant start, Duration span) {
        Instant end = start.plus(span);
        for (Pause pause : pauses) {
            if (pause.until().isAfter(start) && pause.from().isBefore(end)) {
                Instant from = pause.from().isBefore(start) ? start : pause.from();
                end = end.plus(Duration.between(from, pause.until()));
            }
        }
        return end;
    }
}
