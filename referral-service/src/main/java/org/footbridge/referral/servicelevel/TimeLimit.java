package org.footbridge.referral.servicelevel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A span in the words of a protocol, such as "three school days". */
@Schema(description = "How long a step may take.", examples = "{\"amount\": 3, \"unit\": \"SCHOOL_DAYS\"}")
record TimeLimit(@Min(1) @Max(1000) int amount, @NotNull Unit unit) {

    /** What is counted. Days are whole days of the district: the limit ends with the last of them. */
    enum Unit {
        MINUTES,
        HOURS,
        /** Monday to Friday less the district's days without school. */
        SCHOOL_DAYS,
        /** Monday to Friday: an agency works while the school has a break. */
        BUSINESS_DAYS,
        CALENDAR_DAYS
    }

    static TimeLimit of(int amount, Unit unit) {
        return new TimeLimit(amount, unit);
    }
}
