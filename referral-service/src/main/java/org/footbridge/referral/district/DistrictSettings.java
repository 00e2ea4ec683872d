package org.footbridge.referral.district;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * @param holidays the days on which its schools are closed, with their names
 * @param publicHolidays the days on which nobody works, with their names
 * @param crisisLines its own lines, beside the national ones
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
        SortedMap<LocalDate, String> holidays,
        SortedMap<LocalDate, String> publicHolidays,
        List<CrisisLine> crisisLines) {

    public DistrictSettings {
        languages = List.copyOf(languages);
        holidays = Collections.unmodifiableSortedMap(new TreeMap<>(holidays));
        publicHolidays = Collections.unmodifiableSortedMap(new TreeMap<>(publicHolidays));
        crisisLines = List.copyOf(crisisLines);
    }

    /** The district's date at an instant. */
    public LocalDate dateAt(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Every day on which its schools are closed, Saturdays and Sundays aside. */
    public SortedSet<LocalDate> daysOff() {
        SortedSet<LocalDate> days = new TreeSet<>(holidays.keySet());
        days.addAll(publicHolidays.keySet());
        return days;
    }

    /** Monday to Friday less the days off (decision 17). */
    public boolean isSchoolDay(LocalDate day) {
        return isBusinessDay(day) && !holidays.containsKey(day);
    }

    /** Monday to Friday less the public holidays (decision 17). */
    public boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !publicHolidays.containsKey(day);
    }

    /** As they are, with other holidays of its schools or of the public. */
    public DistrictSettings with(HolidayKind kind, SortedMap<LocalDate, String> days) {
        return new DistrictSettings(
                id,
                name,
                zone,
                phone,
                languages,
                minimumCell,
                jurisdiction,
                importBirthDates,
                kind == HolidayKind.SCHOOL ? days : holidays,
                kind == HolidayKind.PUBLIC ? days : publicHolidays,
                crisisLines);
    }

    public SortedMap<LocalDate, String> holidays(HolidayKind kind) {
        return kind == HolidayKind.SCHOOL ? holidays : publicHolidays;
    }
}
