package org.footbridge.referral.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Free hours by the clock on the wall, over the days when that clock is changed. */
class WeeklyPlanTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Interval ALWAYS =
            new Interval(Instant.parse("2026-10-26T00:00:00Z"), Instant.parse("2027-03-22T00:00:00Z"));

    @Test
    void shouldKeepTheHourOnTheWallWhenTheClockIsPutBack() {
        // Given the clock goes back on Sunday, 1 November 2026
        WeeklyPlan plan = plan(DayOfWeek.MONDAY, "14:00", "15:00");

        // When
        List<Interval> free = plan.within(days("2026-10-26", "2026-11-03"));

        // Then
        assertThat(free)
                .containsExactly(
                        of("2026-10-26T19:00:00Z", "2026-10-26T20:00:00Z"),
                        of("2026-11-02T20:00:00Z", "2026-11-02T21:00:00Z"));
    }

    @Test
    void shouldCountAnHourThatComesTwiceOnce() {
        WeeklyPlan plan = plan(DayOfWeek.SUNDAY, "01:00", "01:30");
        assertThat(plan.within(days("2026-11-01", "2026-11-02")))
                .containsExactly(of("2026-11-01T06:00:00Z", "2026-11-01T06:30:00Z"));
        WeeklyPlan over = plan(DayOfWeek.SUNDAY, "00:30", "03:00");
        assertThat(over.within(days("2026-11-01", "2026-11-02")))
                .containsExactly(of("2026-11-01T05:30:00Z", "2026-11-01T09:00:00Z"));
    }

    @Test
    void shouldLeaveOutTheHourThatTheClockLeapsOver() {
        // Given the clock leaps from 2 to 3 on Sunday, 14 March 2027
        assertThat(plan(DayOfWeek.SUNDAY, "02:00", "03:00").within(days("2027-03-14", "2027-03-15")))
                .isEmpty();
        assertThat(plan(DayOfWeek.SUNDAY, "02:30", "04:00").within(days("2027-03-14", "2027-03-15")))
                .containsExactly(of("2027-03-14T08:00:00Z", "2027-03-14T09:00:00Z"));
    }

    @Test
    void shouldMeetInTwoZonesThatChangeTheirClocksOnDifferentDays() {
        // Given Berlin has changed on 25 October, Chicago changes on 1 November
        WeeklyPlan school = plan(DayOfWeek.MONDAY, "09:00", "12:00");
        WeeklyPlan agency = new WeeklyPlan(
                ZoneId.of("Europe/Berlin"), List.of(window(DayOfWeek.MONDAY, "16:00", "18:00")), Set.of());

        // When
        Interval asked = days("2026-10-26", "2026-11-03");
        List<Interval> both = Interval.both(school.within(asked), agency.within(asked));

        // Then
        assertThat(both)
                .containsExactly(
                        of("2026-10-26T15:00:00Z", "2026-10-26T17:00:00Z"),
                        of("2026-11-02T15:00:00Z", "2026-11-02T17:00:00Z"));
    }

    @Test
    void shouldLeaveOutBlackoutsAndWhatIsTaken() {
        WeeklyPlan plan = new WeeklyPlan(
                CHICAGO,
                List.of(window(DayOfWeek.MONDAY, "14:00", "16:00"), window(DayOfWeek.MONDAY, "15:00", "17:00")),
                Set.of(LocalDate.parse("2026-12-21")));
        List<Interval> free = plan.within(days("2026-12-14", "2026-12-22"));
        assertThat(free).containsExactly(of("2026-12-14T20:00:00Z", "2026-12-14T23:00:00Z"));
        assertThat(Interval.without(free, List.of(of("2026-12-14T21:00:00Z", "2026-12-14T21:50:00Z"))))
                .containsExactly(
                        of("2026-12-14T20:00:00Z", "2026-12-14T21:00:00Z"),
                        of("2026-12-14T21:50:00Z", "2026-12-14T23:00:00Z"));
        assertThat(plan.within(ALWAYS)).hasSize(20);
    }

    private static WeeklyPlan plan(DayOfWeek day, String from, String until) {
        return new WeeklyPlan(CHICAGO, List.of(window(day, from, until)), Set.of());
    }

    private static WeeklyPlan.Window window(DayOfWeek day, String from, String until) {
        return new WeeklyPlan.Window(day, LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Interval days(String from, String until) {
        return new Interval(
                LocalDate.parse(from).atStartOfDay(CHICAGO).toInstant(),
                LocalDate.parse(until).atStartOfDay(CHICAGO).toInstant());
    }

    private static Interval of(String from, String until) {
        return new Interval(Instant.parse(from), Instant.parse(until));
    }
}
