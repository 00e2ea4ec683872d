package org.footbridge.notification.webhook;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** When the next attempt is due. A receiver may ask for more patience with Retry-After, within bounds, never for less. */
@Singleton
public class RetrySchedule {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final List<Duration> waits;

    public RetrySchedule(DeliveryConfig config) {
        this.waits = List.copyOf(config.schedule());
    }

    /**
     * The next attempt.
     *
     * @param made attempts made so far, at least 1
     * @param retryAfter the Retry-After header, in seconds or as an HTTP date; anything else is ignored
     * @return empty where the schedule is exhausted
     */
    Optional<Instant> next(int made, Optional<String> retryAfter, Instant now) {
        if (made >= waits.size()) {
            return Optional.empty();
        }
        Duration planned = waits.get(made);
        Duration longest = max(planned.multipliedBy(2), PATIENCE);
        Duration asked = retryAfter.map(header -> seconds(header, now)).orElse(Duration.ZERO);
        return Optional.of(now.plus(max(planned, min(asked, longest))));
    }

    private static Duration seconds(String header, Instant now) {
        String value = header.trim();
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
