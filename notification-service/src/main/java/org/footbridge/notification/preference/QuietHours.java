package org.footbridge.notification.preference;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Hours of each day in which nothing makes a noise.
 *
 * @param from belongs to them
 * @param until does not; earlier than {@code from} where the hours go past midnight
 */
public record QuietHours(LocalTime from, LocalTime until) {

    /** When a noise may be made: now, or at the end of the quiet hours that it is in. */
    public Instant endAfter(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        if (!holdAt(local.toLocalTime())) {
            return now;
        }
        ZonedDateTime end = local.toLocalDate().atTime(until).atZone(zone);
        return (end.isAfter(local)
                        ? end
                        : local.toLocalDate().plusDays(1).atTime(until).atZone(zone))
                .toInstant();
    }

    private boolean holdAt(LocalTime time) {
        boolean pastMidnight = until.isBefore(from);
        boolean begun = !time.isBefore(from);
        boolean running = time.isBefore(until);
        return pastMidnight ? begun || running : begun && running;
    }
}
