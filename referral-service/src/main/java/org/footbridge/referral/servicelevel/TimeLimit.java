package org.footbridge.referral.servicelevel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A span in the words of a protocol, such as "three school days". */
@Schema(description = "How long a step may take.", examples = "{\"amount\": 3, \"unit\": \"SCHOOL_DAYS\"}")
record TimeLimit(@Min(1) @Max(1000) int amount, @NotNull Unit unit) {

    /** What is counted. Days are whole days of the district: the limit ends with the last of them. */
    enum Unit {
        MINUTES,
        HOURS,
        /** Monday to Friday less the days off of the school and of the public. */
        SCHOOL_DAYS,
        /** Monday to Friday less the public holidays: an agency works while the school has a break. */
        BUSINESS_DAYS,
        CALENDAR_DAYS
    }

    /** Of minutes or hours alone: days are counted in a calendar. */
    Duration span() {
        return switch (unit) {
            case MINUTES -> Duration.ofMinutes(amount);
            case HOURS -> Duration.ofHours(amount);
            default -> throw new IllegalStateException(unit + " are no span of the clock");
        };
    }

    static TimeLimit of(int amount, Unit unit) {
        return new TimeLimit(amount, unit);
    }
}
