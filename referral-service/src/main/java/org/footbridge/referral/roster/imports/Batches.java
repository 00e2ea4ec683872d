package org.footbridge.referral.roster.imports;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Writes many rows with few statements. */
final class Batches {
    /** Rows of one statement: more gain nothing and make large messages. */
    private static final int SIZE = 10_000;

    private Batches() {}

    /** One after the other, because a session is not concurrent; the results are added up. */
    static <R, T> Uni<T> sum(List<R> rows, Function<List<R>, Uni<T>> write, T none, BinaryOperator<T> plus) {
        List<List<R>> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += SIZE) {
            batches.add(rows.subList(from, Math.min(rows.size(), from + SIZE)));
        }
        return Multi.createFrom()
                .iterable(batches)
                .onItem()
                .transformToUniAndConcatenate(write::apply)
                .collect()
                .in(() -> new ArrayList<T>(), List::add)
                .map(parts -> parts.stream().reduce(none, plus));
    }

    /** One column of the rows as a SQL array; flags and dates as text, which the statement casts. */
    static <R> String[] column(List<R> rows, Function<R, Object> value) {
        return rows.stream()
                .map(value)
                .map(cell -> cell == null ? null : cell.toString())
                .toArray(String[]::new);
    }
}
