package org.footbridge.referral.holiday;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** An iCalendar file (RFC 5545) as somebody sent it: read whole or refused with every line that is at fault. */
public final class HolidayFile {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_EVENTS = 2_000;
    private static final int MOST_FAULTS = 100;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What says when an event is; a line of any other kind may be as broken as it likes. */
    private static final Set<String> WHEN =
            Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS");

    private final List<Fault> faults = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    private HolidayFile() {}

    /** The first and the last line of an event. */
    private record Place(int from, int to) {

        boolean holds(int line) {
            return line >= from && line <= to;
        }
    }

    /**
     * Reads the days off.
     *
     * @param zone of the district: a time without a zone is its own, and a day is off where it is off from midnight to midnight there
     * @throws Problem 413 for a file above 1 MiB, 422 with every fault
     */
    public static Holidays read(byte[] body, ZoneId zone, Span span) {
        if (body.length > MOST_BYTES) {
            throw CommonProblem.TOO_LARGE.because("A calendar may have 1 MiB.");
        }
        HolidayFile file = new HolidayFile();
        String text = text(body);
        file.locate(text);
        HolidayEvents events = new HolidayEvents(zone, span);
        int count = file.take(text, zone, events);
        file.faults.addAll(events.faults());
        if (!file.faults.isEmpty()) {
            List<Fault> first = file.faults.subList(0, Math.min(MOST_FAULTS, file.faults.size()));
            throw new Problem(
                    CommonProblem.INVALID,
                    file.faults.size() + " fault(s), each with its line; nothing was changed.",
                    first);
        }
        return new Holidays(events.days(), count, events.ignored());
    }

    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused("", "no-text", "must be text in UTF-8");
        }
    }

    /** Where each event begins, in the order of the file. A file that was cut off in the middle is none. */
    private void locate(String text) {
        List<String> lines = text.lines().toList();
        int begin = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equalsIgnoreCase("BEGIN:VEVENT")) {
                begin = i + 1;
            } else if (lines.get(i).strip().equalsIgnoreCase("END:VEVENT") && begin > 0) {
                places.add(new Place(begin, i + 1));
                begin = 0;
            }
        }
        List<String> said = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (said.isEmpty() || !said.getFirst().equalsIgnoreCase("BEGIN:VCALENDAR")) {
            throw refused("/lines/1", "no-calendar", "must begin with BEGIN:VCALENDAR");
        }
        if (!said.getLast().equalsIgnoreCase("END:VCALENDAR")) {
            throw refused("/lines/" + lines.size(), "cut-off", "must end with END:VCALENDAR");
        }
        if (places.size() > MOST_EVENTS) {
            throw refused("", "too-many", "must not have more than " + MOST_EVENTS + " events");
        }
    }

    private int take(String text, ZoneId zone, HolidayEvents events) {
        int count = 0;
        try (ICalReader reader = new ICalReader(text)) {
            reader.setDefaultTimezone(TimeZone.getTimeZone(zone));
            for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                List<Integer> bad = badLines(reader.getWarnings());
                for (VEvent event : calendar.getEvents()) {
                    Place place = count < places.size() ? places.get(count) : new Place(1, 1);
                    count++;
                    if (bad.stream().noneMatch(place::holds)) {
                        events.add(event, calendar.getTimezoneInfo(), place.from());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        events.expand();
        return count;
    }

    /** An event with one of them is looked at no further: all else that could be said of it would follow from that line. */
    private List<Integer> badLines(List<ParseWarning> warnings) {
        List<Integer> lines = new ArrayList<>();
        for (ParseWarning warning : warnings) {
            String property = warning.getPropertyName();
            if (warning.getLineNumber() != null && (property == null || WHEN.contains(property))) {
                lines.add(warning.getLineNumber());
                String what = property == null ? "is no line of a calendar" : property + " cannot be read";
                faults.add(new Fault("/lines/" + warning.getLineNumber(), "unreadable", what));
            }
        }
        return lines;
    }

    private static Problem refused(String pointer, String code, String message) {
        return new Problem(
                CommonProblem.INVALID,
                "The body is no calendar that can be taken in.",
                List.of(new Fault(pointer, code, message)));
    }
}
