package org.footbridge.referral.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.footbridge.referral.schoolday.SchoolDays;

/** Counts limits in the zone and the calendar of a school. */
final class DueTimes {
    /** Ends the counting in a calendar that knows no school day any more. */
    private static final int LONGEST_SEARCH_DAYS = 3_660;

    private final SchoolDays days;

    DueTimes(SchoolDays days) {
        this.days = days;
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
        LocalDate day = days.dateAt(start);
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
        return day.plusDays(1).atStartOfDay(days.zone()).toInstant();
    }

    private boolean counts(LocalDate day, TimeLimit.Unit unit) {
        return switch (unit) {
            case SCHOOL_DAYS -> days.isSchoolDay(day);
            case BUSINESS_DAYS -> days.isBusinessDay(day);
            default -> true;
        };
    }
}
