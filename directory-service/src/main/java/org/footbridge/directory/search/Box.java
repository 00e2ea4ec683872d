package org.footbridge.directory.search;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What lies between two degrees of latitude and two of longitude. */
record Box(double south, double north, double west, double east) {
    /** Beyond that, an index has nothing left to narrow down. */
    private static final int MOST_CELLS = 500;

    private static final int CELLS_OF_A_DEGREE = 4;
    private static final int COLUMNS = 360 * CELLS_OF_A_DEGREE;
    private static final int UNPLACED = -1;
    private static final int FROM_AFAR = -2;

    /**
     * The cells of {@code search_entries} that hold whatever is in the box or nowhere, joined by commas; empty for a large box.
     *
     * @param fromAfar also what can be reached from afar
     */
    Optional<String> cells(boolean fromAfar) {
        int bottom = cell(Math.max(south, -90) + 90);
        int top = cell(Math.min(north, 90) + 90);
        int left = cell(Math.max(west, -180) + 180);
        int right = cell(Math.min(east, 180) + 180);
        if ((long) (top - bottom + 1) * (right - left + 1) > MOST_CELLS) {
            return Optional.empty();
        }
        IntStream inside = IntStream.rangeClosed(bottom, top)
                .flatMap(row -> IntStream.rangeClosed(left, right).map(column -> row * COLUMNS + column));
        IntStream anywhere = fromAfar ? IntStream.of(UNPLACED, FROM_AFAR) : IntStream.of(UNPLACED);
        return Optional.of(Stream.of(inside, anywhere)
                .flatMapToInt(cells -> cells)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",")));
    }

    private static int cell(double degrees) {
        return (int) Math.floor(degrees * CELLS_OF_A_DEGREE);
    }
}
