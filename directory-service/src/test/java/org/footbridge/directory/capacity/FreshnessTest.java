package org.footbridge.directory.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final Instant CONFIRMED = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant LIMIT = Instant.parse("2026-11-15T12:00:00Z");

    private final Freshness freshness = new Freshness(Duration.ofDays(14));

    @Test
    void shouldBeFreshExactlyAtTheLimit() {
        assertThat(freshness.stale(CONFIRMED, LIMIT)).isFalse();
    }

    @Test
    void shouldBeStaleOneMillisecondAfterTheLimit() {
        assertThat(freshness.stale(CONFIRMED, LIMIT.plusMillis(1))).isTrue();
    }

    @Test
    void shouldBeStaleWhenNobodyEverSaid() {
        assertThat(freshness.stale(null, LIMIT)).isTrue();
    }
}
