package org.footbridge.referral.servicelevel;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.footbridge.referral.district.DistrictSettings;

/** Counts limits in the zone and the calendar of a district. */
final class DueTimes {
    /** Ends the counting in a calendar that knows no school day any more. */
    private static final int LONGEST_SEARCH_DAYS = 3_660;

    private final DistrictSettings district;

    DueTimes(DistrictSettings district) {
        this.district = district;
    }

    /**
     * When a step is due.
     *
     * <p>Hours are hours of the clock. A day counts when it ends outside of a pause; the day of the start is none, and the
     * last one counts to its end, so that a Friday's "one school day" is over with Monday.
     */
    Instant due(Instant start, TimeLimit limit, Pauses pauses) {
        return switch (limit.unit()) {
            case MINUTES -> pauses.end(start, Duration.ofMinutes(limit.amount()));
            case HOURS -> pauses.end(start, Duration.ofHours(limit.amount()));
            case SCHOOL_DAYS, BUSINESS_DAYS, CALENDAR_DAYS -> endOfDays(start, limit, pauses);
        };
    }

    private Instant endOfDays(Instant start, TimeLimit limit, Pauses pauses) {
        LocalDate day = district.dateAt(start);
        int counted = 0;
        for (int searched = 0; counted < limit.amount() && searched < LONGEST_SEARCH_DAYS; searched++) {
            day = day.plusDays(1);
            if (counts(day, limit.unit()) && !pauses.hold(endOf(day).minusSeconds(1))) {
                counted++;
            }
        }
        return endOf(day);
    }

    /** The first instant of the next day: not every day has 24 hours. */
    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(district.zone()).toInstant();
    }

    private boolean counts(LocalDate day, TimeLimit.Unit unit) {
        return switch (unit) {
            case SCHOOL_DAYS -> district.isSchoolDay(day);
            case BUSINESS_DAYS -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
            default -> true;
        };
    }
}
