package org.footbridge.referral.district;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Settings of districts for tests of rules. */
public final class DistrictMother {
    private DistrictMother() {}

    public static DistrictSettings chicago(Set<LocalDate> holidays, Set<LocalDate> publicHolidays) {
        return in(ZoneId.of("America/Chicago"), holidays, publicHolidays);
    }

    public static DistrictSettings in(ZoneId zone, Set<LocalDate> holidays, Set<LocalDate> publicHolidays) {
        return new DistrictSettings(
                UUID.randomUUID(),
                "Prairie View",
                zone,
                "+1-555-0180",
                List.of("en"),
                10,
                "US-KS",
                true,
                named(holidays),
                named(publicHolidays),
                List.of());
    }

    private static SortedMap<LocalDate, String> named(Set<LocalDate> days) {
        SortedMap<LocalDate, String> names = new TreeMap<>();
        days.forEach(day -> names.put(day, "off"));
        return names;
    }
}
