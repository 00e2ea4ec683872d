package org.footbridge.referral.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.footbridge.common.events.EventType;
import org.footbridge.referral.servicelevel.ServiceClock.State;
import org.footbridge.referral.servicelevel.StoredClock.Alarm;
import org.junit.jupiter.api.Test;

/** What is told of a clock, and when: warned once, then escalated to the last level and no further. */
class StoredClockTest {
    private static final Instant START = Instant.parse("2026-10-05T13:00:00Z");
    private static final Duration SPAN = Duration.ofHours(10);
    private static final Instant DUE = START.plus(SPAN);
    private static final AlarmRules RULES = new AlarmRules(80, Duration.ofMinutes(15), Duration.ofHours(24));

    private final StoredClock clock = StoredClock.begin(UUID.randomUUID(), UUID.randomUUID(), running(DUE));

    @Test
    void shouldSayNothingBeforeMostOfTheSpanIsOver() {
        clock.take(running(DUE), RULES, START);

        assertThat(clock.nextAt()).isEqualTo(START.plus(Duration.ofHours(8)));
        assertThat(clock.ring(SPAN, RULES, START.plus(Duration.ofMinutes(479)))).isEmpty();
    }

    @Test
    void shouldWarnOnceAndThenWaitForTheDueTime() {
        clock.take(running(DUE), RULES, START);

        assertThat(ring(Duration.ofHours(8))).isEqualTo(EventType.REFERRAL_DUE_SOON);
        assertThat(clock.nextAt()).isEqualTo(DUE);
        assertThat(clock.level()).isZero();
        assertThat(clock.ring(SPAN, RULES, START.plus(Duration.ofHours(9)))).isEmpty();
    }

    @Test
    void shouldEscalateAfterEachSpanAndRepeatTheLastLevelDaily() {
        clock.take(running(DUE), RULES, START);

        for (int level = 1; level <= 3; level++) {
            assertThat(ring(Duration.ofHours(10L * level))).isEqualTo(EventType.REFERRAL_OVERDUE);
            assertThat(clock.level()).isEqualTo(level);
        }
        assertThat(clock.nextAt()).isEqualTo(START.plus(Duration.ofHours(54)));
        assertThat(ring(Duration.ofHours(54))).isEqualTo(EventType.REFERRAL_OVERDUE);
        assertThat(clock.level()).isEqualTo(3);
    }

    @Test
    void shouldTellOnceOfWhatWasDueWhileNobodyLooked() {
        clock.take(running(DUE), RULES, START);
        Instant muchLater = START.plus(Duration.ofDays(30));

        Alarm told = clock.ring(SPAN, RULES, muchLater).orElseThrow();

        assertThat(told.type()).isEqualTo(EventType.REFERRAL_OVERDUE);
        assertThat(told.clock().escalationLevel()).isEqualTo(1);
        assertThat(told.clock().dueAt()).isEqualTo(DUE);
        assertThat(clock.ring(SPAN, RULES, muchLater)).isEmpty();
        assertThat(clock.nextAt()).isEqualTo(muchLater.plus(SPAN));
    }

    @Test
    void shouldEscalateNeitherTooOftenNorTooSeldom() {
        Instant now = START;

        assertThat(RULES.nextEscalation(1, Duration.ofMinutes(1), now)).isEqualTo(now.plus(Duration.ofMinutes(15)));
        assertThat(RULES.nextEscalation(1, Duration.ofMinutes(15), now)).isEqualTo(now.plus(Duration.ofMinutes(15)));
        assertThat(RULES.nextEscalation(2, Duration.ofHours(24), now)).isEqualTo(now.plus(Duration.ofHours(24)));
        assertThat(RULES.nextEscalation(1, Duration.ofDays(14), now)).isEqualTo(now.plus(Duration.ofHours(24)));
        assertThat(RULES.nextEscalation(3, Duration.ofMinutes(1), now)).isEqualTo(now.plus(Duration.ofHours(24)));
    }

    @Test
    void shouldBeSilentWhilePausedAndAfterItHasStopped() {
        Instant late = DUE.plus(Duration.ofDays(1));
        Instant end = START.plus(Duration.ofDays(14));
        clock.take(reckoned(DUE, null, end, State.PAUSED), RULES, START);
        assertThat(clock.nextAt()).isEqualTo(end);
        assertThat(clock.ring(SPAN, RULES, late)).isEmpty();

        clock.take(reckoned(DUE, START.plusSeconds(60), null, State.MET), RULES, START.plusSeconds(60));

        assertThat(clock.nextAt()).isNull();
        assertThat(clock.ring(SPAN, RULES, late)).isEmpty();
        assertThat(clock.item().state()).isEqualTo(State.MET);
    }

    @Test
    void shouldBeginAnewWhereTheDueTimeMovesIntoTheFuture() {
        clock.take(running(DUE), RULES, START);
        ring(Duration.ofHours(10));
        Instant now = START.plus(Duration.ofHours(11));

        clock.take(running(DUE.plus(Duration.ofDays(1))), RULES, now);

        assertThat(clock.level()).isZero();
        assertThat(clock.nextAt()).isEqualTo(DUE.plus(Duration.ofHours(22)));
        assertThat(clock.ring(SPAN, RULES, DUE.plus(Duration.ofHours(22)))).isPresent();
    }

    @Test
    void shouldKeepItsLevelWhereItIsReckonedAnewAndStillOverdue() {
        clock.take(running(DUE), RULES, START);
        ring(Duration.ofHours(10));

        clock.take(running(DUE), RULES, START.plus(Duration.ofHours(11)));

        assertThat(clock.level()).isEqualTo(1);
        assertThat(clock.nextAt()).isEqualTo(START.plus(Duration.ofHours(20)));
    }

    @Test
    void shouldNeverChangeWhatHasStopped() {
        clock.take(reckoned(DUE, DUE.plusSeconds(1), null, State.MISSED), RULES, DUE.plusSeconds(1));

        clock.take(running(DUE.plus(Duration.ofDays(9))), RULES, DUE.plusSeconds(2));

        assertThat(clock.item().dueAt()).isEqualTo(DUE);
        assertThat(clock.item().state()).isEqualTo(State.MISSED);
    }

    @Test
    void shouldBeginAnewWhereItsStepWaitsAgain() {
        clock.take(running(DUE), RULES, START);
        ring(Duration.ofHours(10));
        clock.end();
        assertThat(clock.nextAt()).isNull();

        clock.take(running(DUE.plus(Duration.ofDays(1))), RULES, DUE.plusSeconds(1));

        assertThat(clock.isRunning()).isTrue();
        assertThat(clock.level()).isZero();
        assertThat(clock.nextAt()).isEqualTo(DUE.plus(Duration.ofHours(22)));
    }

    private EventType ring(Duration after) {
        return clock.ring(SPAN, RULES, START.plus(after)).orElseThrow().type();
    }

    private static Reckoned running(Instant due) {
        return reckoned(due, null, null, State.RUNNING);
    }

    private static Reckoned reckoned(Instant due, Instant stopped, Instant pauseEnds, State state) {
        return new Reckoned(ClockKind.TRIAGE, null, START, due, SPAN, stopped, pauseEnds, state);
    }
}
