package org.footbridge.referral.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.footbridge.referral.servicelevel.TimeLimit.Unit.BUSINESS_DAYS;
import static org.footbridge.referral.servicelevel.TimeLimit.Unit.CALENDAR_DAYS;
import static org.footbridge.referral.servicelevel.TimeLimit.Unit.HOURS;
import static org.footbridge.referral.servicelevel.TimeLimit.Unit.MINUTES;
import static org.footbridge.referral.servicelevel.TimeLimit.Unit.SCHOOL_DAYS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.footbridge.referral.district.DistrictMother;
import org.footbridge.referral.schoolday.SchoolDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A district in Chicago with Thanksgiving off: 26 and 27 November 2026 are a Thursday and a Friday. */
class DueTimesTest {
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final SchoolDays DAYS = SchoolDays.of(DistrictMother.chicago(
            Set.of(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 27)), Set.of(LocalDate.of(2026, 11, 26))));

    private final DueTimes times = new DueTimes(DAYS);

    @Test
    void shouldCountMinutesAndHoursOfTheClock() {
        Instant saturday = at("2026-11-21T23:50");

        assertThat(due(saturday, 15, MINUTES)).isEqualTo(at("2026-11-22T00:05"));
        assertThat(due(saturday, 4, HOURS)).isEqualTo(at("2026-11-22T03:50"));
    }

    @Test
    void shouldEndWithTheLastSchoolDay() {
        // a Tuesday: Wednesday counts, Thanksgiving and the weekend do not, Monday and Tuesday do
        assertThat(due(at("2026-11-24T09:30"), 3, SCHOOL_DAYS)).isEqualTo(at("2026-12-02T00:00"));
    }

    @Test
    void shouldCountFromTheNextSchoolDayWhenItBeganOnAFreeDay() {
        assertThat(due(at("2026-11-28T12:00"), 1, SCHOOL_DAYS)).isEqualTo(at("2026-12-01T00:00"));
    }

    @Test
    void shouldGiveAnAgencyThePublicHolidaysAndNotTheSchools() {
        // Wednesday counts, Thanksgiving does not, the Friday after it does, and so does Monday
        assertThat(due(at("2026-11-24T09:30"), 2, BUSINESS_DAYS)).isEqualTo(at("2026-11-28T00:00"));
        assertThat(due(at("2026-11-24T09:30"), 3, BUSINESS_DAYS)).isEqualTo(at("2026-12-01T00:00"));
    }

    @Test
    void shouldCountWhatTheSchoolDoesOtherwise() {
        LocalDate wednesday = LocalDate.of(2026, 11, 25);
        SchoolDays closed = new SchoolDays(DAYS.district(), Set.of(wednesday), Set.of());
        SchoolDays open = new SchoolDays(DAYS.district(), Set.of(), Set.of(LocalDate.of(2026, 11, 28)));
        TimeLimit twoDays = TimeLimit.of(2, SCHOOL_DAYS);

        assertThat(new DueTimes(closed).due(at("2026-11-24T09:30"), twoDays, Pauses.NONE))
                .isEqualTo(at("2026-12-02T00:00"));
        assertThat(new DueTimes(open).due(at("2026-11-24T09:30"), twoDays, Pauses.NONE))
                .isEqualTo(at("2026-11-29T00:00"));
    }

    @Test
    void shouldCountEveryDayOfTheCalendar() {
        assertThat(due(at("2026-11-24T09:30"), 7, CALENDAR_DAYS)).isEqualTo(at("2026-12-02T00:00"));
    }

    @Test
    void shouldEndAtMidnightOfTheDistrictWhenTheClocksChange() {
        // 8 March 2026 has 23 hours in Chicago, 1 November 2026 has 25
        assertThat(due(at("2026-03-06T10:00"), 2, CALENDAR_DAYS)).isEqualTo(Instant.parse("2026-03-09T05:00:00Z"));
        assertThat(due(at("2026-10-30T10:00"), 2, CALENDAR_DAYS)).isEqualTo(Instant.parse("2026-11-02T06:00:00Z"));
    }

    @Test
    void shouldGiveFullHoursWhenTheClocksChange() {
        assertThat(due(at("2026-10-31T12:00"), 24, HOURS)).isEqualTo(at("2026-11-01T11:00"));
        assertThat(due(at("2026-03-07T12:00"), 24, HOURS)).isEqualTo(at("2026-03-08T13:00"));
        // 15 minutes that begin before 2 o'clock end after 3 o'clock in March, and at 1 o'clock once more in November
        assertThat(due(at("2026-03-08T01:50"), 15, MINUTES)).isEqualTo(at("2026-03-08T03:05"));
        assertThat(due(at("2026-11-01T01:50"), 15, MINUTES)).isEqualTo(Instant.parse("2026-11-01T07:05:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        // begins before the change and is due after it: spring and autumn, in steps of an hour, of half an hour and at
        // midnight itself
        "America/Chicago,     2026-03-06T10:00, 1, 2026-03-10T05:00:00Z",
        "America/Chicago,     2026-10-30T10:00, 1, 2026-11-03T06:00:00Z",
        "America/Phoenix,     2026-03-06T10:00, 1, 2026-03-10T07:00:00Z",
        "Australia/Lord_Howe, 2026-10-02T10:00, 1, 2026-10-05T13:00:00Z",
        "Australia/Lord_Howe, 2026-04-03T10:00, 1, 2026-04-06T13:30:00Z",
        "Africa/Cairo,        2026-04-22T10:00, 1, 2026-04-23T22:00:00Z",
        "Africa/Cairo,        2026-04-22T10:00, 2, 2026-04-24T21:00:00Z",
        "Asia/Kathmandu,      2026-03-06T10:00, 1, 2026-03-09T18:15:00Z",
        "Pacific/Apia,        2011-12-28T10:00, 2, 2011-12-30T10:00:00Z"
    })
    void shouldEndASchoolDayAtTheMidnightOfItsZone(String zone, LocalDateTime start, int amount, Instant due) {
        ZoneId id = ZoneId.of(zone);
        SchoolDays days = SchoolDays.of(DistrictMother.in(id, Set.of(), Set.of()));

        assertThat(new DueTimes(days).due(start.atZone(id).toInstant(), TimeLimit.of(amount, SCHOOL_DAYS), Pauses.NONE))
                .isEqualTo(due);
    }

    @Test
    void shouldMoveADayOnWhosePauseLiesOverTheChange() {
        Instant start = at("2026-10-30T10:00");
        Pauses pauses = Pauses.of(
                List.of(
                        new Pauses.Step(start, "SUBMITTED"),
                        new Pauses.Step(at("2026-10-31T20:00"), "NEEDS_INFO"),
                        new Pauses.Step(at("2026-11-01T20:00"), "SUBMITTED")),
                Set.of("NEEDS_INFO"),
                at("2026-11-02T08:00"));

        // the pause has 25 hours, so 48 hours of the clock end 73 hours after the start
        assertThat(times.due(start, TimeLimit.of(48, HOURS), pauses)).isEqualTo(start.plus(Duration.ofHours(73)));
        assertThat(times.due(start, TimeLimit.of(2, CALENDAR_DAYS), pauses)).isEqualTo(at("2026-11-03T00:00"));
    }

    @Test
    void shouldTakeADistrictThatHasNoSchoolDays() {
        Set<LocalDate> always =
                LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2040, 1, 1)).collect(Collectors.toSet());
        SchoolDays closed = SchoolDays.of(DistrictMother.chicago(always, Set.of()));

        assertThat(new DueTimes(closed).due(at("2026-11-24T09:30"), TimeLimit.of(1, SCHOOL_DAYS), Pauses.NONE))
                .isAfter(at("2036-01-01T00:00"));
    }

    private Instant due(Instant start, int amount, TimeLimit.Unit unit) {
        return times.due(start, TimeLimit.of(amount, unit), Pauses.NONE);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
