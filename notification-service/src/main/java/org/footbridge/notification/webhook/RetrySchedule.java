package org.footbridge.notification.webhook;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * When the next attempt is due. Each wait is drawn anew from around the planned one, so that what failed together does not
 * come back together. A receiver may ask for more patience with Retry-After, within bounds, never for less.
 */
@Singleton
public class RetrySchedule {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final List<Duration> waits;
    private final double jitter;
    private final DoubleSupplier random;

    @Inject
    public RetrySchedule(DeliveryConfig config) {
        this(config, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** With a source of numbers from 0 to 1 of the caller's own. */
    RetrySchedule(DeliveryConfig config, DoubleSupplier random) {
        this.waits = List.copyOf(config.schedule());
        this.jitter = config.jitter();
        this.random = random;
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
        Duration asked = asked(retryAfter, now)
                .map(until -> Duration.between(now, until))
                .orElse(Duration.ZERO);
        return Optional.of(now.plus(max(spread(planned), min(asked, longest))));
    }

    /** The moment that a Retry-After header names; empty where there is none that can be read. */
    Optional<Instant> asked(Optional<String> retryAfter, Instant now) {
        return retryAfter.map(String::trim).flatMap(value -> moment(value, now));
    }

    private Duration spread(Duration planned) {
        double factor = 1 - jitter + 2 * jitter * random.getAsDouble();
        return Duration.ofMillis(Math.round(planned.toMillis() * factor));
    }

    private static Optional<Instant> moment(String value, Instant now) {
        if (value.matches("\\d{1,9}")) {
            return Optional.of(now.plusSeconds(Long.parseLong(value)));
        }
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
