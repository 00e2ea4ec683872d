package org.footbridge.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.footbridge.benchmarks.seed.SeedPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedOptionsTest {

    @Test
    void shouldHaveDefaults() {
        assertThat(SeedOptions.parse())
                .isEqualTo(new SeedOptions(new SeedPlan(10_000, 1_000, 42, LocalDate.of(2026, 11, 1)), false));
    }

    @Test
    void shouldReadEveryOptionInAnyOrder() {
        assertThat(SeedOptions.parse(
                        "--fresh", "--today", "2025-05-02", "--services", "7", "--seed", "-3", "--referrals", "12"))
                .isEqualTo(new SeedOptions(new SeedPlan(12, 7, -3, LocalDate.of(2025, 5, 2)), true));
    }

    @Test
    void shouldFillALargeDirectoryWithPlacesInProportion() {
        LocalDate today = LocalDate.of(2026, 11, 1);
        assertThat(SeedOptions.ofADirectory())
                .isEqualTo(new SeedOptions(new SeedPlan(1_000, 100_000, 60_000, 42, today), false));
        assertThat(SeedOptions.ofADirectory("--services", "2000").plan().locations())
                .isEqualTo(1_200);
        assertThat(SeedOptions.ofADirectory("--locations", "700", "--services", "2000")
                        .plan())
                .hasToString("--referrals 1000 --services 2000 --locations 700 --seed 42 --today 2026-11-01");
    }

    @Test
    void shouldGiveEveryOrganizationAPlace() {
        assertThat(new SeedPlan(1, 800, 42, LocalDate.of(2026, 11, 1)).locations())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--referrals",
                "--referrals many",
                "--referrals 0",
                "--referrals 10000001",
                "--services -1",
                "--locations 0",
                "--today tomorrow",
                "--seed 1.5",
                "--Fresh",
                "seed"
            })
    void shouldRefuseInOneLineWhatItDoesNotKnow(String words) {
        assertThatExceptionOfType(BadOptions.class)
                .isThrownBy(() -> SeedOptions.parse(words.split(" ")))
                .withMessageContaining(words.split(" ")[0])
                .matches(e -> e.getMessage().lines().count() == 1);
    }
}
