package org.footbridge.feedback.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.footbridge.feedback.kpi.SmallCells.Reason.COMPLEMENTARY;
import static org.footbridge.feedback.kpi.SmallCells.Reason.PRIMARY;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.footbridge.feedback.kpi.SmallCells.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallCellsTest {
    private static final int MINIMUM = 10;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 9})
    void shouldHideNoughtToNine(long count) {
        assertThat(reasons(Map.of("a", count, "b", 3L, "c", 40L))).containsEntry("a", PRIMARY);
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11, 500})
    void shouldShowTenAndMore(long count) {
        assertThat(reasons(Map.of("a", count, "b", 40L))).isEmpty();
    }

    @Test
    void shouldHideTheNextSmallestWhereExactlyOneIsHidden() {
        assertThat(reasons(Map.of("small", 3L, "next", 12L, "large", 30L)))
                .containsOnly(Map.entry("small", PRIMARY), Map.entry("next", COMPLEMENTARY));
    }

    @Test
    void shouldHideNoMoreWhereTwoProtectEachOther() {
        assertThat(reasons(Map.of("a", 6L, "b", 7L, "c", 30L, "d", 12L)))
                .containsOnly(Map.entry("a", PRIMARY), Map.entry("b", PRIMARY));
    }

    @Test
    void shouldHideAnotherWhereTheHiddenOnesTogetherAreSmall() {
        // without it, the total less the shown cells would tell that 2 and 3 make 5
        assertThat(reasons(Map.of("a", 2L, "b", 3L, "c", 12L, "d", 30L)))
                .containsOnly(Map.entry("a", PRIMARY), Map.entry("b", PRIMARY), Map.entry("c", COMPLEMENTARY));
    }

    @Test
    void shouldNotLetEmptyCellsProtectEachOther() {
        assertThat(reasons(Map.of("a", 0L, "b", 0L, "c", 40L)))
                .containsOnly(Map.entry("a", PRIMARY), Map.entry("b", PRIMARY), Map.entry("c", COMPLEMENTARY));
    }

    @Test
    void shouldHideBothOfTwoWhereOneIsSmall() {
        assertThat(reasons(Map.of("small", 3L, "large", 27L)))
                .containsOnly(Map.entry("small", PRIMARY), Map.entry("large", COMPLEMENTARY));
    }

    @Test
    void shouldHideAllWhereAllAreSmall() {
        assertThat(reasons(Map.of("a", 1L, "b", 2L, "c", 3L)))
                .containsOnly(Map.entry("a", PRIMARY), Map.entry("b", PRIMARY), Map.entry("c", PRIMARY));
    }

    @Test
    void shouldHideTheOnlyCellWhereItIsSmall() {
        assertThat(reasons(Map.of("only", 9L))).containsOnly(Map.entry("only", PRIMARY));
    }

    @Test
    void shouldHideNothingOfNothing() {
        assertThat(reasons(Map.of())).isEmpty();
    }

    @Test
    void shouldTakeTheFirstOfEquallySmallOnes() {
        // Given
        Map<String, Long> cells = new LinkedHashMap<>();
        cells.put("a", 20L);
        cells.put("b", 3L);
        cells.put("c", 20L);

        // Then
        assertThat(reasons(cells)).containsOnly(Map.entry("b", PRIMARY), Map.entry("a", COMPLEMENTARY));
    }

    @Test
    void shouldHonourTheDistrictsMinimum() {
        assertThat(SmallCells.of(Map.of("a", 5L, "b", 7L), 5).isHidden("a")).isFalse();
        assertThat(SmallCells.of(Map.of("a", 12L, "b", 70L), 20).isHidden("a")).isTrue();
    }

    @Test
    void shouldRefuseAMinimumThatProtectsNobody() {
        assertThatThrownBy(() -> SmallCells.of(Map.of("a", 1L), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNeverLetAHiddenCellBeComputed() {
        // Given
        Random random = new Random(7);
        for (int round = 0; round < 1000; round++) {
            Map<Integer, Long> cells = new LinkedHashMap<>();
            int size = 1 + random.nextInt(8);
            for (int i = 0; i < size; i++) {
                cells.put(i, (long) random.nextInt(30));
            }

            // When
            SmallCells<Integer> decided = SmallCells.of(cells, MINIMUM);

            // Then
            long total = cells.values().stream().mapToLong(Long::longValue).sum();
            long shown = cells.entrySet().stream()
                    .filter(cell -> !decided.isHidden(cell.getKey()))
                    .peek(cell -> assertThat(cell.getValue()).isGreaterThanOrEqualTo(MINIMUM))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            long hidden = cells.keySet().stream().filter(decided::isHidden).count();
            boolean nothingHidden = hidden == 0;
            boolean protectedByOthers = hidden >= 2 && total - shown >= MINIMUM;
            boolean nothingShown = hidden == size;
            assertThat(nothingHidden || protectedByOthers || nothingShown)
                    .as("%s", cells)
                    .isTrue();
        }
    }

    private static Map<String, Reason> reasons(Map<String, Long> cells) {
        SmallCells<String> decided = SmallCells.of(cells, MINIMUM);
        Map<String, Reason> reasons = new LinkedHashMap<>();
        cells.keySet().stream().filter(decided::isHidden).forEach(key -> reasons.put(key, decided.reason(key)));
        return reasons;
    }
}
