package org.footbridge.referral.servicelevel;

import java.time.Duration;
import java.time.Instant;

/**
 * When a clock warns and how it escalates. Each next level follows after as long as the step itself may take, within limits: a step of
 * four hours is escalated every four hours, one of ten days every day.
 */
record AlarmRules(int warnPercent, Duration shortestStep, Duration longestStep) {
    /** Ends in a human: the coordinators of the whole district are told until the clock stops. */
    static final int LAST_LEVEL = 3;

    static AlarmRules of(ClockConfig config) {
        return new AlarmRules(config.warnPercent(), config.shortestStep(), config.longestStep());
    }

    Instant warnAt(Instant dueAt, Duration span) {
        return dueAt.minus(span.multipliedBy(100L - warnPercent).dividedBy(100));
    }

    /** When the level after this one follows. */
    Instant nextEscalation(int level, Duration span, Instant now) {
        if (level >= LAST_LEVEL || span.compareTo(longestStep) > 0) {
            return now.plus(longestStep);
        }
        return now.plus(span.compareTo(shortestStep) < 0 ? shortestStep : span);
    }
}
