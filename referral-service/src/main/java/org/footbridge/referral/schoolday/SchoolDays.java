package org.footbridge.referral.schoolday;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.SortedSet;
import org.footbridge.referral.district.DistrictSettings;

/**
 * The calendar of one school: the district's, with what the school does otherwise (decision 17).
 *
 * @param closures days off of the school alone
 * @param openDays days on which the school works although the district has off, Saturdays and Sundays among them
 */
public record SchoolDays(DistrictSettings district, Set<LocalDate> closures, Set<LocalDate> openDays) {

    public SchoolDays {
        closures = Set.copyOf(closures);
        openDays = Set.copyOf(openDays);
    }

    /** The district's calendar and nothing else. */
    public static SchoolDays of(DistrictSettings district) {
        return new SchoolDays(district, Set.of(), Set.of());
    }

    public boolean isSchoolDay(LocalDate day) {
        return !closures.contains(day) && (openDays.contains(day) || district.isSchoolDay(day));
    }

    /** An agency's, which no school changes. */
    public boolean isBusinessDay(LocalDate day) {
        return district.isBusinessDay(day);
    }

    /** Every day on which the school is closed, Saturdays and Sundays aside. */
    public SortedSet<LocalDate> daysOff() {
        SortedSet<LocalDate> days = district.daysOff();
        days.removeAll(openDays);
        days.addAll(closures);
        return days;
    }

    public ZoneId zone() {
        return district.zone();
    }

    /** The school's date at an instant. */
    public LocalDate dateAt(Instant instant) {
        return district.dateAt(instant);
    }
}
