package org.footbridge.common.queue;

import java.time.Duration;

/**
 * How often work that fails is tried again: a fault that passes costs one short wait, one that stays costs ever fewer attempts.
 *
 * @param first how long it is left alone the first time, twice as long each time after
 * @param longest the longest such time, not less than {@code first}
 * @param limit the failures after which it is parked, 0 for never
 */
public record Patience(Duration first, Duration longest, int limit) {

    /** For what comes again by itself, such as a nightly turn: once parked there would be nobody to put it in anew. */
    public static final Patience RECURRING = endless(Duration.ofSeconds(10), Duration.ofHours(1));

    public Patience {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0 || limit < 0) {
            throw new IllegalArgumentException("no patience: " + first + ", " + longest + ", " + limit);
        }
    }

    static Patience of(WorkQueueConfig config) {
        return new Patience(config.firstRetry(), config.longestRetry(), config.parkAfter());
    }

    /** For what must not be given up whatever happens. */
    public static Patience endless(Duration first, Duration longest) {
        return new Patience(first, longest, 0);
    }
}
