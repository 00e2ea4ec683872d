package org.footbridge.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @ParameterizedTest(name = "{0} to {1}: at {2} the next noise may be made at {3}")
    @CsvSource({
        // past midnight, in winter (UTC-6)
        "21:00, 06:30, 2026-01-15T02:59:59Z, 2026-01-15T02:59:59Z",
        "21:00, 06:30, 2026-01-15T03:00:00Z, 2026-01-15T12:30:00Z",
        "21:00, 06:30, 2026-01-15T09:00:00Z, 2026-01-15T12:30:00Z",
        "21:00, 06:30, 2026-01-15T12:30:00Z, 2026-01-15T12:30:00Z",
        // within one day, in summer (UTC-5)
        "08:00, 15:00, 2026-07-15T12:59:59Z, 2026-07-15T12:59:59Z",
        "08:00, 15:00, 2026-07-15T13:00:00Z, 2026-07-15T20:00:00Z",
        "08:00, 15:00, 2026-07-15T20:00:00Z, 2026-07-15T20:00:00Z",
        // the night in which the clocks go forward has no 02:30; the one in which they go back has two of 01:30
        "21:00, 02:30, 2026-03-08T07:00:00Z, 2026-03-08T08:30:00Z",
        "21:00, 06:30, 2026-11-01T03:00:00Z, 2026-11-01T12:30:00Z",
    })
    void shouldWaitForTheirEnd(LocalTime from, LocalTime until, Instant now, Instant expected) {
        assertThat(new QuietHours(from, until).endAfter(now, CHICAGO)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}: after {2} comes {3}")
    @CsvSource({
        // a Thursday, a Friday and a Saturday in winter
        "07:00, WEEKDAYS, 2026-01-15T12:59:59Z, 2026-01-15T13:00:00Z",
        "07:00, WEEKDAYS, 2026-01-15T13:00:00Z, 2026-01-16T13:00:00Z",
        "07:00, WEEKDAYS, 2026-01-16T13:00:00Z, 2026-01-19T13:00:00Z",
        "07:00, WEEKDAYS, 2026-01-17T10:00:00Z, 2026-01-19T13:00:00Z",
        "07:00, DAILY, 2026-01-16T13:00:00Z, 2026-01-17T13:00:00Z",
    })
    void shouldFindTheNextSummary(LocalTime at, Digest.Days days, Instant now, Instant expected) {
        assertThat(new Digest(at, days).next(now, CHICAGO)).isEqualTo(expected);
    }
}
