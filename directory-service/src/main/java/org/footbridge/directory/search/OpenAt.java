package org.footbridge.directory.search;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When somebody could come: now, or from one wall-clock time of a weekday to another.
 *
 * @param day ISO number, Monday is 1; {@code null} for now
 */
record OpenAt(Integer day, int from, int to) {
    /** Whenever the search is made. */
    static final OpenAt NOW = new OpenAt(null, 0, 0);

    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Pattern SPAN =
            Pattern.compile("(MO|TU|WE|TH|FR|SA|SU)[ ,]((?:[01]\\d|2[0-3]):[0-5]\\d)-((?:[01]\\d|2[0-3]):[0-5]\\d)");
    private static final int MINUTES = 60;

    /** Of {@code now} or {@code TU 15:00-18:00}; empty where it is neither or ends before it begins. */
    static Optional<OpenAt> read(String text) {
        if (text.equals("now")) {
            return Optional.of(NOW);
        }
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        OpenAt span =
                new OpenAt(DAYS.indexOf(matcher.group(1)) + 1, minutes(matcher.group(2)), minutes(matcher.group(3)));
        return span.from < span.to ? Optional.of(span) : Optional.empty();
    }

    /** The same as a span, where it is asked for now. */
    OpenAt at(ZonedDateTime now) {
        if (day != null) {
            return this;
        }
        int minute = now.getHour() * MINUTES + now.getMinute();
        return new OpenAt(DayOfWeek.from(now).getValue(), minute, minute + 1);
    }

    private static int minutes(String time) {
        return LocalTime.parse(time).toSecondOfDay() / MINUTES;
    }
}
