package org.footbridge.referral.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.footbridge.referral.servicelevel.Pauses.Step;
import org.junit.jupiter.api.Test;

class PausesTest {
    private static final Set<String> WAITING = Set.of("NEEDS_INFO");
    private static final Instant NOON = Instant.parse("2026-11-24T18:00:00Z");
    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    @Test
    void shouldAddTheTimeThatSomebodyElseTook() {
        Pauses pauses = pauses(hours(30), submitted(), asked(1), submittedAgain(3));

        assertThat(pauses.isPaused()).isFalse();
        assertThat(pauses.end(NOON, FOUR_HOURS)).isEqualTo(hours(6));
    }

    @Test
    void shouldAddEachPauseThatBeganBeforeTheEnd() {
        Pauses pauses = pauses(hours(30), submitted(), asked(1), submittedAgain(3), asked(5), submittedAgain(15));

        assertThat(pauses.end(NOON, FOUR_HOURS)).isEqualTo(hours(16));
    }

    @Test
    void shouldNotMindAPauseAfterTheEnd() {
        Pauses pauses = pauses(hours(30), submitted(), asked(10), submittedAgain(12));

        assertThat(pauses.end(NOON, FOUR_HOURS)).isEqualTo(hours(4));
    }

    @Test
    void shouldStandStillWhileSomebodyIsWaitedFor() {
        Pauses pauses = pauses(hours(20), submitted(), asked(1));

        assertThat(pauses.isPaused()).isTrue();
        assertThat(pauses.end(NOON, FOUR_HOURS)).isEqualTo(hours(23));
        assertThat(pauses.hold(hours(10))).isTrue();
        assertThat(pauses.hold(NOON)).isFalse();
    }

    @Test
    void shouldRunAgainWhenTheWaitIsTooLong() {
        Instant monthLater = NOON.plus(Duration.ofDays(30));
        Pauses pauses = Pauses.of(List.of(submitted(), asked(1)), WAITING, monthLater);

        assertThat(pauses.isPaused()).isFalse();
        assertThat(pauses.end(NOON, FOUR_HOURS))
                .isEqualTo(NOON.plus(Pauses.LONGEST).plus(FOUR_HOURS));
    }

    private static Pauses pauses(Instant now, Step... steps) {
        return Pauses.of(List.of(steps), WAITING, now);
    }

    private static Step submitted() {
        return new Step(NOON, "SUBMITTED");
    }

    private static Step submittedAgain(int hours) {
        return new Step(hours(hours), "SUBMITTED");
    }

    private static Step asked(int hours) {
        return new Step(hours(hours), "NEEDS_INFO");
    }

    private static Instant hours(int hours) {
        return NOON.plus(Duration.ofHours(hours));
    }
}
