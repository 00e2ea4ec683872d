package org.footbridge.referral.holiday;

import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateEnd;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.TimeZone;

/**
 * When the turns of an event are, in days of the district.
 *
 * <p>A day without a time is that day everywhere. An event with times takes the days off that it covers from midnight to midnight of
 * the district: a meeting in the evening takes none.
 *
 * @param own the zone that its times are in; of whole days the one in which the library makes dates of them
 * @param length of whole days the number of them, else of the clock on the wall, so that it is the same on a day of 23 hours
 */
record EventTime(boolean wholeDays, TimeZone own, ZoneId district, Duration length) {

    static EventTime of(VEvent event, TimezoneInfo zones, ZoneId district) throws BadEventException {
        if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
            throw new BadEventException("needed", "DTSTART is needed");
        }
        ICalDate start = existing(event.getDateStart());
        DateEnd end = event.getDateEnd();
        TimeZone own = start.hasTime() ? zone(event.getDateStart(), zones, district) : TimeZone.getDefault();
        if (end != null && existing(end).hasTime() != start.hasTime()) {
            throw new BadEventException("mixed", "DTSTART and DTEND must both have a time, or none of them");
        }
        return new EventTime(!start.hasTime(), own, district, length(event, start, own));
    }

    private static Duration length(VEvent event, ICalDate start, TimeZone own) throws BadEventException {
        Duration length = Duration.ZERO;
        if (event.getDateEnd() != null) {
            length =
                    Duration.between(local(start, own), local(event.getDateEnd().getValue(), own));
        } else if (event.getDuration() != null && event.getDuration().getValue() != null) {
            length = Duration.ofMillis(event.getDuration().getValue().toMillis());
        }
        if (length.isNegative()) {
            throw new BadEventException("ends-too-early", "it must not end before it begins");
        }
        boolean aDayAtLeast = !start.hasTime() && length.toDays() < 1;
        return aDayAtLeast ? Duration.ofDays(1) : length;
    }

    /** The library moves the 30th of February to March; here it is a fault. */
    private static ICalDate existing(DateOrDateTimeProperty property) throws BadEventException {
        DateTimeComponents raw = property.getValue().getRawComponents();
        try {
            LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
            return property.getValue();
        } catch (DateTimeException e) {
            throw new BadEventException("no-date", "it has a date that no calendar has");
        }
    }

    private static TimeZone zone(DateOrDateTimeProperty start, TimezoneInfo zones, ZoneId district)
            throws BadEventException {
        if (start.getValue().getRawComponents().isUtc()) {
            return TimeZone.getTimeZone("UTC");
        }
        TimezoneAssignment assigned = zones.getTimezone(start);
        if (assigned != null) {
            return assigned.getTimeZone();
        }
        if (start.getParameters().getTimezoneId() != null) {
            throw new BadEventException("unknown-zone", "TZID must be an IANA time zone or described in the file");
        }
        return TimeZone.getTimeZone(district);
    }

    /** A file may describe a zone of its own, which {@link ZoneId} does not know. */
    private static LocalDateTime local(Date date, TimeZone zone) {
        return LocalDateTime.ofInstant(
                date.toInstant(), ZoneOffset.ofTotalSeconds(zone.getOffset(date.getTime()) / 1000));
    }

    private static Instant instant(LocalDateTime local, TimeZone zone) {
        long wall = local.toInstant(ZoneOffset.UTC).toEpochMilli();
        return Instant.ofEpochMilli(wall - zone.getOffset(wall - zone.getRawOffset()));
    }

    /** The latest start of a turn that is over before the day. */
    Date lastStartBefore(LocalDate day) {
        return Date.from(day.atStartOfDay(district).toInstant().minus(length).minus(2, ChronoUnit.DAYS));
    }

    /** Which may be later than {@link #lastDay}: then the turn takes no day off. */
    LocalDate firstDay(Date turn) {
        if (wholeDays) {
            return local(turn, own).toLocalDate();
        }
        LocalDate day = LocalDate.ofInstant(turn.toInstant(), district);
        return day.atStartOfDay(district).toInstant().isBefore(turn.toInstant()) ? day.plusDays(1) : day;
    }

    LocalDate lastDay(Date turn) {
        LocalDateTime end = local(turn, own).plus(length);
        return wholeDays
                ? end.toLocalDate().minusDays(1)
                : LocalDate.ofInstant(instant(end, own), district).minusDays(1);
    }
}
