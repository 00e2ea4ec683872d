package org.footbridge.feedback.kpi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Days from the first to the last, both inclusive, in the district's zone. */
@Schema(name = "Period")
public record Period(
        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate to,

        @Schema(required = true, maxLength = 64, description = "IANA time zone of the district.")
        String zone) {
    private static final int DAYS_BY_DEFAULT = 365;

    static Period of(ClosedLoopsQuery query, LocalDate today, ZoneId zone) {
        LocalDate last = query.to() == null ? today : query.to();
        LocalDate first = query.from() == null ? last.minusDays(DAYS_BY_DEFAULT - 1) : query.from();
        return new Period(first, last, zone.getId());
    }

    Instant start() {
        return from.atStartOfDay(ZoneId.of(zone)).toInstant();
    }

    /** Exclusive. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
    }
}
