package org.footbridge.referral.holiday;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a calendar says about a span.
 *
 * @param days the days off with their names, Saturdays and Sundays left out
 * @param events how many events the calendar has
 * @param ignored those of them that take no whole day of the span off
 */
public record Holidays(SortedMap<LocalDate, String> days, int events, int ignored) {

    public Holidays {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }
}
