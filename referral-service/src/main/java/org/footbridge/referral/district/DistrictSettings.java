package org.footbridge.referral.district;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a district decides for itself, as the other features read it.
 *
 * @param zone in which its days begin
 * @param phone whom families may call
 * @param languages BCP 47 tags, the first one is the default
 * @param minimumCell figures of fewer people are suppressed
 * @param jurisdiction ISO 3166 code such as {@code US-CA}, or {@code null}
 * @param importBirthDates whether birth dates may be taken from the school system
 * @param holidays the days without school, with their names
 */
public record DistrictSettings(
        UUID id,
        String name,
        ZoneId zone,
        String phone,
        List<String> languages,
        int minimumCell,
        String jurisdiction,
        boolean importBirthDates,
        SortedMap<LocalDate, String> holidays) {

    public DistrictSettings {
        languages = List.copyOf(languages);
        holidays = Collections.unmodifiableSortedMap(new TreeMap<>(holidays));
    }

    /** The district's date at an instant. */
    public LocalDate dateAt(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Monday to Friday less the holidays (decision 17). */
    public boolean isSchoolDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.containsKey(day);
    }
}
