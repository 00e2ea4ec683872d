package org.footbridge.referral.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Whole days of a zone, both inclusive: where a clock is put forward or back, a day has 23 or 25 hours.
 *
 * @param from the first day, {@code null} for no beginning
 * @param to the last day, {@code null} for no end
 * @param zone {@code null} where the one who asks has said none
 */
public record Days(LocalDate from, LocalDate to, ZoneId zone) {

    /** The same days in a zone that is known, once it is. */
    public Days in(ZoneId fallback) {
        return zone == null ? new Days(from, to, fallback) : this;
    }

    /** The first instant, {@code null} for no beginning. */
    public Instant begin() {
        return from == null ? null : from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after the last day, {@code null} for no end. */
    public Instant end() {
        return to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
