package org.footbridge.directory;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Tests live on one day, so that what is fresh in the demo's file stays fresh. */
public class FixedClock {
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Produces
    @Singleton
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
