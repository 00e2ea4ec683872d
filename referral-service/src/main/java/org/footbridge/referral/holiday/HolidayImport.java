package org.footbridge.referral.holiday;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import changes. */
@Schema(
        description = "What an import changed, or would change. Days outside of the span stay as they are.",
        examples = "{\"dryRun\": true, \"from\": \"2026-12-01\", \"to\": \"2026-12-31\", \"events\": 2,"
                + " \"ignoredEvents\": 1, \"added\": 1, \"renamed\": 0, \"removed\": 0, \"unchanged\": 1, \"days\":"
                + " [{\"date\": \"2026-12-24\", \"name\": \"Winter break\"}, {\"date\": \"2026-12-25\", \"name\":"
                + " \"Winter break\"}]}")
public record HolidayImport(
        @Schema(required = true, description = "Nothing was changed.")
        boolean dryRun,

        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate to,

        @Schema(required = true, minimum = "0", description = "In the file.")
        int events,

        @Schema(
                required = true,
                minimum = "0",
                description = "Events that take no whole working day of the span off, such as a meeting in the evening,"
                        + " a day of another year, or one that was cancelled.")
        int ignoredEvents,

        @Schema(required = true, minimum = "0") int added,

        @Schema(required = true, minimum = "0", description = "Days with another name than before.")
        int renamed,

        @Schema(required = true, minimum = "0", description = "Days of the span that are not off any more.")
        int removed,

        @Schema(required = true, minimum = "0") int unchanged,

        @Schema(required = true, maxItems = 1100, description = "The days off of the span.")
        List<Day> days) {

    /** A day off. */
    @Schema(name = "ImportedHoliday")
    public record Day(
            @Schema(required = true) LocalDate date,
            @Schema(required = true, maxLength = 100) String name) {}

    /** Compares what was with what the calendar says. */
    public static HolidayImport of(boolean dryRun, Span span, SortedMap<LocalDate, String> before, Holidays read) {
        SortedMap<LocalDate, String> old = span.within(before);
        SortedMap<LocalDate, String> now = read.days();
        int same = (int) now.entrySet().stream()
                .filter(day -> day.getValue().equals(old.get(day.getKey())))
                .count();
        int kept = (int) now.keySet().stream().filter(old::containsKey).count();
        return new HolidayImport(
                dryRun,
                span.from(),
                span.to(),
                read.events(),
                read.ignored(),
                now.size() - kept,
                kept - same,
                old.size() - kept,
                same,
                now.entrySet().stream()
                        .map(day -> new Day(day.getKey(), day.getValue()))
                        .toList());
    }
}
