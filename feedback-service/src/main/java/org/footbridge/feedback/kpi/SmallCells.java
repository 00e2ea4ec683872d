package org.footbridge.feedback.kpi;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Hides groups that are so small that a figure could speak of a person (NCES 2011-603), and as many more as it takes that
 * nobody computes a hidden one from the others. It takes for granted that the total is known: whoever asks without a
 * dimension gets it, so hiding the total beside the cells would protect nothing.
 *
 * @param <K> what the cells are told apart by
 */
public final class SmallCells<K> {

    /** Why a cell is hidden: it is small itself, or it protects one that is. */
    @Schema(
            name = "SuppressionReason",
            description = "Small itself, or hidden because another could be computed from it.")
    public enum Reason {
        PRIMARY,
        COMPLEMENTARY
    }

    private final Map<K, Long> cells;
    private final int minimum;
    private final Map<K, Reason> hidden = new LinkedHashMap<>();

    private SmallCells(Map<K, Long> cells, int minimum) {
        this.cells = cells;
        this.minimum = minimum;
    }

    /**
     * Decides about all cells of one dimension at once.
     *
     * @param cells the count of each; they must not overlap, and together they make the total
     * @param minimum the smallest count that may be shown, at least 1
     */
    public static <K> SmallCells<K> of(Map<K, Long> cells, int minimum) {
        if (minimum < 1) {
            throw new IllegalArgumentException("a minimum of " + minimum + " protects nobody");
        }
        SmallCells<K> decided = new SmallCells<>(cells, minimum);
        decided.hideSmallOnes();
        decided.hideUntilNothingCanBeComputed();
        return decided;
    }

    /** Whether a count may not be shown by itself. Nought is hidden too: "none of them" speaks of everybody in a group. */
    public static boolean isSmall(long count, int minimum) {
        return count < minimum;
    }

    /** Why the cell is hidden, {@code null} where it is shown. */
    public Reason reason(K key) {
        return hidden.get(key);
    }

    public boolean isHidden(K key) {
        return hidden.containsKey(key);
    }

    private void hideSmallOnes() {
        cells.forEach((key, count) -> {
            if (isSmall(count, minimum)) {
                hidden.put(key, Reason.PRIMARY);
            }
        });
    }

    /** One hidden cell is the total less the others; several together must not be small either. */
    private void hideUntilNothingCanBeComputed() {
        while (!hidden.isEmpty() && hidden.size() < cells.size() && (hidden.size() == 1 || hiddenSum() < minimum)) {
            hidden.put(smallestShown(), Reason.COMPLEMENTARY);
        }
    }

    private long hiddenSum() {
        return hidden.keySet().stream().mapToLong(cells::get).sum();
    }

    private K smallestShown() {
        return cells.entrySet().stream()
                .filter(cell -> !isHidden(cell.getKey()))
                .min(Comparator.comparingLong(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }
}
