package org.footbridge.directory.capacity;

import java.time.Duration;
import java.time.Instant;

/** How long a confirmed capacity is worth believing: families were sent to full services because of numbers nobody had touched for months. */
public record Freshness(Duration limit) {

    /** The oldest confirmation that still counts at {@code now}. */
    public Instant oldest(Instant now) {
        return now.minus(limit);
    }

    /** True for a confirmation older than the limit, and for none at all. */
    public boolean stale(Instant confirmedAt, Instant now) {
        return confirmedAt == null || confirmedAt.isBefore(oldest(now));
    }
}
