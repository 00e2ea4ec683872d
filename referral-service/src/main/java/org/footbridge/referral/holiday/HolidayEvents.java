package org.footbridge.referral.holiday;

import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.ExceptionRule;
import biweekly.property.RecurrenceRule;
import biweekly.util.Frequency;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.footbridge.common.web.problem.Fault;

/** Turns the events of a calendar into days off. */
final class HolidayEvents {
    /** Of all events of a file together. */
    private static final int MOST_TURNS = 20_000;

    private static final int LONGEST_NAME = 100;
    private static final int MOST_YEARS_TO_SKIP = 90;
    private static final Set<Frequency> WITHIN_A_DAY =
            EnumSet.of(Frequency.SECONDLY, Frequency.MINUTELY, Frequency.HOURLY);

    private final ZoneId zone;
    private final Span span;
    private final List<Found> found = new ArrayList<>();
    private final Map<String, Set<Date>> replaced = new HashMap<>();
    private final SortedMap<LocalDate, String> days = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private int ignored;
    private int turns;

    HolidayEvents(ZoneId zone, Span span) {
        this.zone = zone;
        this.span = span;
    }

    private record Found(VEvent event, EventTime time, int line) {}

    /** Remembers an event; one that moves a turn of another is known before that one is expanded. */
    void add(VEvent event, TimezoneInfo zones, int line) {
        try {
            check(event);
            if (event.getRecurrenceId() != null && event.getUid() != null) {
                replaced.computeIfAbsent(event.getUid().getValue(), uid -> new HashSet<>())
                        .add(event.getRecurrenceId().getValue());
            }
            found.add(new Found(event, EventTime.of(event, zones, zone), line));
        } catch (BadEventException e) {
            fault(line, e.code(), e.getMessage());
        }
    }

    private static void check(VEvent event) throws BadEventException {
        if (event.getRecurrenceId() != null && event.getRecurrenceId().getRange() != null) {
            throw new BadEventException("not-supported", "RECURRENCE-ID with a RANGE is not understood");
        }
        if (!event.getProperties(ExceptionRule.class).isEmpty()) {
            // gone since RFC 5545, and one that excludes every turn of an endless rule never lets go of the thread
            throw new BadEventException("not-supported", "EXRULE is not understood; EXDATE is");
        }
        for (RecurrenceRule rule : event.getProperties(RecurrenceRule.class)) {
            if (rule.getValue() != null && WITHIN_A_DAY.contains(rule.getValue().getFrequency())) {
                throw new BadEventException("too-often", "RRULE must not repeat within a day");
            }
        }
    }

    void expand() {
        for (Found each : found) {
            boolean cancelled =
                    each.event().getStatus() != null && each.event().getStatus().isCancelled();
            if (cancelled || !expand(each)) {
                ignored++;
            }
        }
    }

    /** Whether it takes any day off. */
    private boolean expand(Found each) {
        String uid =
                each.event().getUid() == null ? null : each.event().getUid().getValue();
        Set<Date> moved = each.event().getRecurrenceId() == null ? replaced.getOrDefault(uid, Set.of()) : Set.of();
        DateIterator dates = each.event().getDateIterator(each.time().own());
        skip(dates, each);
        boolean any = false;
        while (dates.hasNext()) {
            Date turn = dates.next();
            if (++turns > MOST_TURNS) {
                fault(each.line(), "too-many", "repeats too often: a file may have " + MOST_TURNS + " repetitions");
                return any;
            }
            if (each.time().firstDay(turn).isAfter(span.to())) {
                return any;
            }
            any |= !moved.contains(turn) && take(each, turn);
        }
        return any;
    }

    /** The library finds nothing any more where it skips over more than a hundred years; so old a repetition is gone through. */
    private void skip(DateIterator dates, Found each) {
        LocalDate start = each.time().firstDay(each.event().getDateStart().getValue());
        if (start.isAfter(span.from().minusYears(MOST_YEARS_TO_SKIP))) {
            dates.advanceTo(each.time().lastStartBefore(span.from()));
        }
    }

    private boolean take(Found each, Date turn) {
        boolean any = false;
        LocalDate last = each.time().lastDay(turn);
        LocalDate day = each.time().firstDay(turn);
        for (day = day.isBefore(span.from()) ? span.from() : day;
                !day.isAfter(last) && span.holds(day);
                day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.putIfAbsent(day, name(each.event()));
                any = true;
            }
        }
        return any;
    }

    private static String name(VEvent event) {
        String summary = event.getSummary() == null || event.getSummary().getValue() == null
                ? ""
                : event.getSummary().getValue();
        String plain = summary.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\s]+", " ").strip();
        if (plain.isEmpty()) {
            return "No school";
        }
        int length = Math.min(LONGEST_NAME, plain.length());
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(length - 1)) ? length - 1 : length);
    }

    private void fault(int line, String code, String message) {
        faults.add(new Fault("/lines/" + line, code, "the event that begins here: " + message));
    }

    SortedMap<LocalDate, String> days() {
        return days;
    }

    /** Events that take no whole day of the span off. */
    int ignored() {
        return ignored;
    }

    List<Fault> faults() {
        return faults;
    }
}
