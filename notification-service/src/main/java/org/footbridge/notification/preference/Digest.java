package org.footbridge.notification.preference;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When the summary of routine matters comes. */
public record Digest(LocalTime at, Days days) {

    /** On which days. */
    public enum Days {
        DAILY,
        WEEKDAYS
    }

    /** The next summary after the instant. */
    public Instant next(Instant after, ZoneId zone) {
        ZonedDateTime next = after.atZone(zone).toLocalDate().atTime(at).atZone(zone);
        while (!next.toInstant().isAfter(after) || isFree(next.getDayOfWeek())) {
            next = next.toLocalDate().plusDays(1).atTime(at).atZone(zone);
        }
        return next.toInstant();
    }

    private boolean isFree(DayOfWeek day) {
        return days == Days.WEEKDAYS && (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY);
    }
}
