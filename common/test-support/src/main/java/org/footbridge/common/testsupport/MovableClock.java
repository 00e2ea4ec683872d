package org.footbridge.common.testsupport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Real time and what a test has added, in whole microseconds. A service's tests extend it as a {@code @Mock @Singleton} bean, and
 * put it back after each test: the application lives on in the next one.
 */
public abstract class MovableClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    /** Moves the clock on, or back where the span is negative. */
    public void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Back to real time. */
    public void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource moving = this::instant;
        return moving.withZone(zone);
    }
}
