package org.footbridge.referral.holiday;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars as school systems, mail programs and people write them. 26 November 2026 is a Thursday. */
class HolidayFileTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Span YEAR = new Span(day("2026-08-01"), day("2027-07-31"));

    @Test
    void shouldTakeADayAndSeveralDaysInARow() {
        Holidays read = read(
                event("DTSTART;VALUE=DATE:20261126", "SUMMARY:Thanksgiving"),
                event("DTSTART;VALUE=DATE:20261223", "DTEND;VALUE=DATE:20261229", "SUMMARY:Winter break"),
                event("DTSTART;VALUE=DATE:20270315", "DURATION:P2D", "SUMMARY:Spring break"));

        assertThat(read.days().keySet())
                .containsExactly(
                        day("2026-11-26"),
                        day("2026-12-23"),
                        day("2026-12-24"),
                        day("2026-12-25"),
                        day("2026-12-28"),
                        day("2027-03-15"),
                        day("2027-03-16"));
        assertThat(read.days()).containsEntry(day("2026-11-26"), "Thanksgiving");
        assertThat(read.events()).isEqualTo(3);
        assertThat(read.ignored()).isZero();
    }

    @Test
    void shouldKeepToTheSpan() {
        Holidays read = read(
                event("DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260804", "SUMMARY:Summer"),
                event("DTSTART;VALUE=DATE:20270730", "DTEND;VALUE=DATE:20270815", "SUMMARY:Summer"),
                event("DTSTART;VALUE=DATE:20300101", "SUMMARY:Far away"));

        assertThat(read.days().keySet()).containsExactly(day("2026-08-03"), day("2027-07-30"));
        assertThat(read.ignored()).isEqualTo(1);
    }

    @Test
    void shouldRepeatWithExceptionsAdditionsAndMovedDays() {
        Holidays read = read(
                event(
                        "UID:first-mondays",
                        "DTSTART;VALUE=DATE:20260907",
                        "RRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=4",
                        "EXDATE;VALUE=DATE:20261005",
                        "RDATE;VALUE=DATE:20270111",
                        "SUMMARY:Teachers meet"),
                event(
                        "UID:first-mondays",
                        "RECURRENCE-ID;VALUE=DATE:20261102",
                        "DTSTART;VALUE=DATE:20261103",
                        "SUMMARY:Moved"));

        assertThat(read.days().keySet())
                .containsExactly(day("2026-09-07"), day("2026-11-03"), day("2026-12-07"), day("2027-01-11"));
    }

    @Test
    void shouldFindThisYearsTurnOfAnOldRepetitionWithoutAnEnd() {
        Holidays read = read(event("DTSTART;VALUE=DATE:19000704", "RRULE:FREQ=YEARLY", "SUMMARY:Independence Day"));

        // 4 July 2027 is a Sunday; the next span has the Monday's holiday by name or not at all
        assertThat(read.days()).isEmpty();
        assertThat(HolidayFile.read(
                                file(event("DTSTART;VALUE=DATE:19000704", "RRULE:FREQ=YEARLY")),
                                CHICAGO,
                                new Span(day("2028-01-01"), day("2029-12-31")))
                        .days()
                        .keySet())
                .containsExactly(day("2028-07-04"), day("2029-07-04"));
    }

    @Test
    void shouldTakeADayOffThatIsCoveredFromMidnightToMidnightOfTheDistrict() {
        Holidays read = read(
                event("DTSTART:20261126T000000", "DTEND:20261127T000000", "SUMMARY:Its own time"),
                event("DTSTART;TZID=America/Chicago:20261127T000000", "DURATION:P1D", "SUMMARY:Named zone"),
                event("DTSTART:20261130T060000Z", "DTEND:20261201T060000Z", "SUMMARY:Universal time"),
                event("DTSTART;TZID=America/New_York:20261202T000000", "DTEND;TZID=America/New_York:20261203T000000"),
                event("DTSTART:20261204T183000", "DTEND:20261204T200000", "SUMMARY:Parents meet"));

        assertThat(read.days().keySet()).containsExactly(day("2026-11-26"), day("2026-11-27"), day("2026-11-30"));
        assertThat(read.ignored()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        // days of 23, of 25, of 23.5 and of 24.5 hours, and one whose midnight does not exist; all of them on a
        // weekday's eve
        "America/Chicago, 20261030T000000, 20261103T000000, 2026-10-30, 2026-11-02",
        "America/Chicago, 20270312T000000, 20270316T000000, 2027-03-12, 2027-03-15",
        "Australia/Lord_Howe, 20261002T000000, 20261006T000000, 2026-10-02, 2026-10-05",
        "Africa/Cairo, 20270429T000000, 20270501T000000, 2027-04-29, 2027-04-30"
    })
    void shouldTakeWholeDaysOffWhenTheClocksChange(
            String zone, String from, String to, LocalDate first, LocalDate last) {
        Holidays read = HolidayFile.read(file(event("DTSTART:" + from, "DTEND:" + to)), ZoneId.of(zone), YEAR);

        assertThat(read.days().keySet()).containsExactly(first, last);
    }

    @Test
    void shouldKeepTheLengthOfARepeatedDayOverAChangeOfTheClocks() {
        Holidays read = HolidayFile.read(
                file(event("DTSTART:20261026T000000", "DTEND:20261027T000000", "RRULE:FREQ=WEEKLY;COUNT=3")),
                CHICAGO,
                YEAR);

        assertThat(read.days().keySet()).containsExactly(day("2026-10-26"), day("2026-11-02"), day("2026-11-09"));
    }

    @Test
    void shouldUnderstandAZoneThatTheFileDescribes() {
        String zone = String.join(
                "\r\n",
                "BEGIN:VTIMEZONE",
                "TZID:District time",
                "BEGIN:STANDARD",
                "DTSTART:19700101T000000",
                "TZOFFSETFROM:-0600",
                "TZOFFSETTO:-0600",
                "END:STANDARD",
                "END:VTIMEZONE");

        Holidays read = read(
                zone, event("DTSTART;TZID=District time:20261126T000000", "DTEND;TZID=District time:20261127T000000"));

        assertThat(read.days().keySet()).containsExactly(day("2026-11-26"));
    }

    @Test
    void shouldLeaveOutWhatWasCalledOff() {
        Holidays read = read(
                event("DTSTART;VALUE=DATE:20261126", "STATUS:CANCELLED"),
                event("UID:a", "DTSTART;VALUE=DATE:20261127", "RRULE:FREQ=WEEKLY;COUNT=2"),
                event("UID:a", "RECURRENCE-ID;VALUE=DATE:20261204", "DTSTART;VALUE=DATE:20261204", "STATUS:CANCELLED"));

        assertThat(read.days().keySet()).containsExactly(day("2026-11-27"));
    }

    @Test
    void shouldNameADayPlainlyAndOnce() {
        SortedMap<LocalDate, String> days = read(
                        event("DTSTART;VALUE=DATE:20261126", "SUMMARY:Fiesta \\n de\u202E l\u0007a 🎄"),
                        event("DTSTART;VALUE=DATE:20261126", "SUMMARY:A second name"),
                        event("DTSTART;VALUE=DATE:20261127", "SUMMARY:" + "x".repeat(99) + "🎄"),
                        event("DTSTART;VALUE=DATE:20261130"))
                .days();

        assertThat(days.values()).containsExactly("Fiesta de l a 🎄", "x".repeat(99), "No school");
    }

    @Test
    void shouldNameEveryBadLine() {
        byte[] file = file(
                event("DTSTART;VALUE=DATE:tomorrow"), // lines 4 to 7, the date in line 6
                event("SUMMARY:When?"), // from line 8
                event("DTSTART;VALUE=DATE:20270230"), // from line 12
                event("DTSTART;TZID=Mars/Olympus:20261126T000000"), // from line 16
                event("DTSTART;VALUE=DATE:20261126", "RRULE:FREQ=NEVER"), // from line 20, the rule in line 23
                event("DTSTART;VALUE=DATE:20261126", "RRULE:FREQ=SECONDLY"), // from line 25
                event("DTSTART;VALUE=DATE:20261126", "DTEND;VALUE=DATE:20261120"), // from line 30
                event("DTSTART;VALUE=DATE:20261126", "DTEND:20261127T000000"), // from line 35
                "what is this"); // line 40

        assertThat(faults(file))
                .extracting(Fault::pointer, Fault::code)
                .containsExactlyInAnyOrder(
                        tuple("/lines/6", "unreadable"),
                        tuple("/lines/8", "needed"),
                        tuple("/lines/12", "no-date"),
                        tuple("/lines/16", "unknown-zone"),
                        tuple("/lines/23", "unreadable"),
                        tuple("/lines/25", "too-often"),
                        tuple("/lines/30", "ends-too-early"),
                        tuple("/lines/35", "mixed"),
                        tuple("/lines/40", "unreadable"));
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void shouldRefuseARuleThatExcludesAllThatAnotherFinds() {
        byte[] file = file(event("DTSTART;VALUE=DATE:20261126", "RRULE:FREQ=DAILY", "EXRULE:FREQ=DAILY"));
        assertThat(faults(file)).extracting(Fault::code).containsExactly("not-supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<html></html>",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261126\r\n",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
            })
    void shouldRefuseWhatIsNoCalendarOrWasCutOff(String text) {
        assertThat(faults(text.getBytes(UTF_8))).hasSize(1);
    }

    @Test
    void shouldRefuseOtherEncodingsTooManyEventsTooManyTurnsAndTooMuch() {
        assertThat(faults(text(event("DTSTART;VALUE=DATE:20261126", "SUMMARY:Día"))
                        .getBytes(ISO_8859_1)))
                .extracting(Fault::code)
                .containsExactly("no-text");
        assertThat(faults(file(Collections.nCopies(2001, event("DTSTART;VALUE=DATE:20261126"))
                        .toArray(String[]::new))))
                .extracting(Fault::code)
                .containsExactly("too-many");
        assertThat(faults(file(Collections.nCopies(100, event("DTSTART;VALUE=DATE:20260801", "RRULE:FREQ=DAILY"))
                        .toArray(String[]::new))))
                .extracting(Fault::code)
                .contains("too-many");
        Problem problem =
                catchThrowableOfType(Problem.class, () -> HolidayFile.read(new byte[(1 << 20) + 1], CHICAGO, YEAR));
        assertThat(problem.type().status()).isEqualTo(413);
    }

    @Test
    void shouldReadAByteOrderMarkFoldedLinesAndSeveralCalendars() {
        String twice = "\uFEFF" + text(event("DTSTART;VALUE=DATE:20261126", "SUMMARY:Thanks\r\n giving"))
                + "\r\n"
                + text(event("DTSTART;VALUE=DATE:20261127"));

        assertThat(HolidayFile.read(twice.getBytes(UTF_8), CHICAGO, YEAR).days())
                .containsEntry(day("2026-11-26"), "Thanksgiving")
                .containsKey(day("2026-11-27"));
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static Holidays read(String... components) {
        return HolidayFile.read(file(components), CHICAGO, YEAR);
    }

    private static List<Fault> faults(byte[] file) {
        Problem problem = catchThrowableOfType(Problem.class, () -> HolidayFile.read(file, CHICAGO, YEAR));
        assertThat(problem.type().status()).isEqualTo(422);
        return problem.faults();
    }

    private static String event(String... lines) {
        String uid = Stream.of(lines).anyMatch(line -> line.startsWith("UID")) ? "" : "UID:x\r\n";
        return "BEGIN:VEVENT\r\n" + uid + String.join("\r\n", lines) + "\r\nEND:VEVENT";
    }

    private static byte[] file(String... components) {
        return text(components).getBytes(UTF_8);
    }

    private static String text(String... components) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + String.join("\r\n", components) + "\r\nEND:VCALENDAR";
    }
}
