package org.footbridge.referral.schoolday;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One day as clocks count it. */
@Schema(
        description = "One day of a school as clocks count it.",
        examples = "{\"date\": \"2026-12-25\", \"schoolDay\": false, \"businessDay\": false, \"because\":"
                + " \"PUBLIC_HOLIDAY\"}")
record SchoolDay(
        @Schema(required = true) LocalDate date,

        @Schema(required = true, description = "Whether a limit in school days counts it.")
        boolean schoolDay,

        @Schema(required = true, description = "Whether a limit in business days counts it.")
        boolean businessDay,

        @Schema(description = "Why it is off, or open all the same; not there for an ordinary day.")
        Because because) {

    /** What makes a day other than an ordinary one. The school's own word comes first. */
    enum Because {
        /** A closure of the school alone. */
        CLOSURE,
        /** Opened by the school although the district has off. */
        OPEN_DAY,
        PUBLIC_HOLIDAY,
        HOLIDAY,
        WEEKEND
    }

    static SchoolDay of(LocalDate date, SchoolDays days) {
        return new SchoolDay(date, days.isSchoolDay(date), days.isBusinessDay(date), because(date, days));
    }

    private static Because because(LocalDate date, SchoolDays days) {
        if (days.closures().contains(date)) {
            return Because.CLOSURE;
        }
        if (days.openDays().contains(date)) {
            return Because.OPEN_DAY;
        }
        if (days.district().publicHolidays().containsKey(date)) {
            return Because.PUBLIC_HOLIDAY;
        }
        if (days.district().holidays().containsKey(date)) {
            return Because.HOLIDAY;
        }
        return days.isSchoolDay(date) ? null : Because.WEEKEND;
    }
}
