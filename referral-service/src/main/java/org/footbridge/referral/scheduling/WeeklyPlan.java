package org.footbridge.referral.scheduling;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** When somebody has time: hours of the week by the clock on the wall there, less some days. */
record WeeklyPlan(ZoneId zone, List<Window> windows, Set<LocalDate> blackouts) {

    /** Hours of one day of the week. */
    record Window(DayOfWeek day, LocalTime from, LocalTime until) {}

    WeeklyPlan {
        windows = List.copyOf(windows);
        blackouts = Set.copyOf(blackouts);
    }

    /** The free time in a stretch, in order. */
    List<Interval> within(Interval asked) {
        List<Interval> free = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(asked.until(), zone);
        LocalDate day = LocalDate.ofInstant(asked.from(), zone);
        while (!day.isAfter(last)) {
            addDay(day, free);
            day = day.plusDays(1);
        }
        return Interval.both(Interval.joined(free), List.of(asked));
    }

    private void addDay(LocalDate day, List<Interval> free) {
        if (blackouts.contains(day)) {
            return;
        }
        for (Window window : windows) {
            Instant from = instant(day.atTime(window.from()));
            Instant until = instant(day.atTime(window.until()));
            if (window.day() == day.getDayOfWeek() && from.isBefore(until)) {
                free.add(new Interval(from, until));
            }
        }
    }

    /** An hour that the clock leaps over in spring is the moment of the leap; of an hour that comes twice the first one counts. */
    private Instant instant(LocalDateTime wall) {
        ZoneOffsetTransition change = zone.getRules().getTransition(wall);
        return change != null && change.isGap()
                ? change.getInstant()
                : ZonedDateTime.of(wall, zone).toInstant();
    }
}
