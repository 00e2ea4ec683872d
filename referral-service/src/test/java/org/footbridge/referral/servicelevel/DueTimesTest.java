package org.footbridge.referral.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.footbridge.referral.servicelevel.TimeLimit.Unit.BUSINESS_DAYS;
import static org.footbridge.referral.servicelevel.TimeLimit.Unit.CALENDAR_DAYS;
import static org.footbridge.referral.servicelevel.TimeLimit.Unit.HOURS;
import static org.footbridge.referral.servicelevel.TimeLimit.Unit.MINUTES;
import static org.footbridge.referral.servicelevel.TimeLimit.Unit.SCHOOL_DAYS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.footbridge.referral.district.DistrictSettings;
import org.junit.jupiter.api.Test;

/** A district in Chicago with Thanksgiving off: 26 and 27 November 2026 are a Thursday and a Friday. */
class DueTimesTest {
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final DistrictSettings DISTRICT = new DistrictSettings(
            UUID.randomUUID(),
            "Prairie View",
            ZONE,
            "+1-555-0180",
            List.of("en"),
            10,
            "US-KS",
            true,
            new TreeMap<>(
                    Map.of(LocalDate.of(2026, 11, 26), "Thanksgiving", LocalDate.of(2026, 11, 27), "Thanksgiving")));

    private final DueTimes times = new DueTimes(DISTRICT);

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
    void shouldNotGiveAnAgencyTheSchoolsHolidays() {
        assertThat(due(at("2026-11-24T09:30"), 3, BUSINESS_DAYS)).isEqualTo(at("2026-11-28T00:00"));
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
    void shouldGiveFullHoursOverALongNight() {
        assertThat(due(at("2026-10-31T12:00"), 24, HOURS)).isEqualTo(at("2026-11-01T11:00"));
    }

    @Test
    void shouldTakeADistrictThatHasNoSchoolDays() {
        TreeMap<LocalDate, String> always = new TreeMap<>();
        LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2040, 1, 1)).forEach(day -> always.put(day, "closed"));
        DistrictSettings closed = new DistrictSettings(
                UUID.randomUUID(), "Closed", ZONE, "+1-555-0180", List.of("en"), 10, null, true, always);

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
