package org.footbridge.notification.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.notification.health.EndpointHealth.Consequence;
import org.junit.jupiter.api.Test;

class EndpointHealthTest {
    private static final Instant NOW = Instant.parse("2026-11-02T15:00:00Z");
    private final HealthConfig config = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(HealthConfig.class)
            .build()
            .getConfigMapping(HealthConfig.class);
    private final EndpointHealth health = EndpointHealth.unknown(UUID.randomUUID(), UUID.randomUUID());

    @Test
    void shouldOpenTheBreakerAfterTenFailuresInARow() {
        for (int i = 1; i < 10; i++) {
            assertThat(health.failed(config, null, NOW)).isEqualTo(Consequence.NONE);
        }
        assertThat(health.failed(config, null, NOW)).isEqualTo(Consequence.HELD);
        assertThat(health.heldUntil()).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void shouldOpenTwiceAsLongWithEachProbeThatFailsAndNotForEver() {
        fail(10, NOW);
        Instant now = health.heldUntil();
        for (long seconds : new long[] {60, 120, 240, 480, 600, 600}) {
            health.failed(config, null, now);
            assertThat(health.heldUntil()).isEqualTo(now.plusSeconds(seconds));
            now = health.heldUntil();
        }
    }

    @Test
    void shouldNotOpenAgainForWhatWasOnItsWayAlready() {
        fail(10, NOW);
        fail(3, NOW.plusSeconds(1));
        assertThat(health.heldUntil()).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void shouldWaitAsLongAsTheReceiverAsksWithinBounds() {
        assertThat(health.failed(config, NOW.plusSeconds(90), NOW)).isEqualTo(Consequence.HELD);
        assertThat(health.heldUntil()).isEqualTo(NOW.plusSeconds(90));
        assertThat(health.failed(config, NOW.plus(Duration.ofDays(9)), NOW)).isEqualTo(Consequence.HELD);
        assertThat(health.heldUntil()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(health.failed(config, NOW.minusSeconds(5), NOW)).isEqualTo(Consequence.NONE);
    }

    @Test
    void shouldWarnTwiceAndDisableAfterFiveDays() {
        health.failed(config, null, NOW);
        assertThat(health.failed(config, null, NOW.plus(Duration.ofHours(23)))).isEqualTo(Consequence.NONE);
        assertThat(health.failed(config, null, NOW.plus(Duration.ofHours(24)))).isEqualTo(Consequence.WARN);
        assertThat(health.failed(config, null, NOW.plus(Duration.ofHours(25)))).isEqualTo(Consequence.NONE);
        assertThat(health.failed(config, null, NOW.plus(Duration.ofHours(72)))).isEqualTo(Consequence.WARN);
        assertThat(health.failed(config, null, NOW.plus(Duration.ofHours(119)))).isEqualTo(Consequence.NONE);
        assertThat(health.failed(config, null, NOW.plus(Duration.ofHours(120)))).isEqualTo(Consequence.DISABLE);
    }

    private void fail(int times, Instant now) {
        for (int i = 0; i < times; i++) {
            health.failed(config, null, now);
        }
    }
}
