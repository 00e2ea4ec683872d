package org.footbridge.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-02T15:00:00Z");
    private static final DeliveryConfig CONFIG = new DeliveryConfig() {
        @Override
        public List<Duration> schedule() {
            return List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofHours(2));
        }

        @Override
        public Duration keep() {
            return Duration.ofDays(90);
        }

        @Override
        public int inFlight() {
            return 1;
        }

        @Override
        public double jitter() {
            return 0.2;
        }
    };

    /** In the middle between too early and too late. */
    private final RetrySchedule schedule = new RetrySchedule(CONFIG, () -> 0.5);

    @ParameterizedTest
    @CsvSource({
        "1, , PT5S",
        "2, , PT2H",
        "1, 2, PT5S",
        "1, 60, PT1M",
        "1, 999999, PT1H",
        "2, 999999, PT4H",
        "1, soon, PT5S",
        "1, -5, PT5S",
        "1, 'Mon, 2 Nov 2026 15:10:00 GMT', PT10M",
        "1, 'Mon, 2 Nov 2026 14:10:00 GMT', PT5S"
    })
    void shouldWait(int made, String retryAfter, Duration expected) {
        assertThat(schedule.next(made, Optional.ofNullable(retryAfter), NOW)).contains(NOW.plus(expected));
    }

    @Test
    void shouldSpreadEveryWaitByAFifthToEitherSide() {
        assertThat(new RetrySchedule(CONFIG, () -> 0).next(1, Optional.empty(), NOW))
                .contains(NOW.plusSeconds(4));
        assertThat(new RetrySchedule(CONFIG, () -> 1).next(1, Optional.empty(), NOW))
                .contains(NOW.plusSeconds(6));
        List<Duration> drawn = Stream.generate(() -> new RetrySchedule(CONFIG).next(2, Optional.empty(), NOW))
                .limit(500)
                .map(next -> Duration.between(NOW, next.orElseThrow()))
                .toList();
        assertThat(drawn).allMatch(wait -> wait.toMinutes() >= 96 && wait.toMinutes() <= 144);
        assertThat(drawn.stream().mapToLong(Duration::toMinutes).min().orElseThrow())
                .isLessThan(104);
        assertThat(drawn.stream().mapToLong(Duration::toMinutes).max().orElseThrow())
                .isGreaterThan(136);
    }

    @Test
    void shouldEndAfterTheLastAttempt() {
        assertThat(schedule.next(3, Optional.of("60"), NOW)).isEmpty();
    }
}
