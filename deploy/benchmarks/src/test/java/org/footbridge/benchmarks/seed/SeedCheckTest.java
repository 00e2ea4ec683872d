package org.footbridge.benchmarks.seed;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.footbridge.benchmarks.seed.SeedCheck.Comparison;
import org.footbridge.benchmarks.seed.SeedCheck.Side;
import org.junit.jupiter.api.Test;

class SeedCheckTest {
    private static final Map<String, Long> FACTS = Map.of("READY", 3L, "PLACED", 4L);

    @Test
    void shouldAcceptWhatAgrees() {
        assertThatCode(() -> SeedCheck.require(List.of(referrals(Map.of("PLACED", 4L, "READY", 3L)))))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldTellEveryDifference() {
        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> SeedCheck.require(List.of(referrals(Map.of("PLACED", 5L, "TRIAGED", 1L)))))
                .withMessage("the services differ: referrals PLACED: referral has 5, feedback has 4; "
                        + "referrals READY: referral has 0, feedback has 3; "
                        + "referrals TRIAGED: referral has 1, feedback has 0");
    }

    private static Comparison referrals(Map<String, Long> counts) {
        return new Comparison("referrals", new Side("referral", counts), new Side("feedback", FACTS));
    }
}
