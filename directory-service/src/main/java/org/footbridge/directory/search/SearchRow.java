package org.footbridge.directory.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.footbridge.directory.capacity.CapacityView;
import org.footbridge.directory.capacity.Freshness;
import org.footbridge.directory.responsiveness.Responsiveness;

/** A row of {@link SearchSql}, by position. */
final class SearchRow {
    private static final int DISTANCE = 17;
    private static final int MATCHED = 18;
    private static final int SORT_KEY = 19;
    private static final int WAITING = 23;
    private static final int MISFITS = 25;
    private static final int COUNTS = 25;

    private final Object[] columns;

    SearchRow(Object[] columns) {
        this.columns = columns;
    }

    SearchHit hit(List<String> asked, Freshness freshness, Instant now, Responsiveness responsiveness) {
        List<String> matched = codes(MATCHED);
        Instant confirmedAt = instant(9);
        return new SearchHit(
                (UUID) columns[0],
                (String) columns[1],
                (UUID) columns[2],
                (String) columns[3],
                (String) columns[4],
                (UUID) columns[5],
                new CapacityView(
                        columns[6] == null ? CapacityView.UNKNOWN : (String) columns[6],
                        (Integer) columns[7],
                        (Integer) columns[8],
                        confirmedAt,
                        freshness.stale(confirmedAt, now),
                        (Integer) columns[WAITING],
                        (LocalDate) columns[WAITING + 1]),
                codes(10),
                codes(11),
                new SearchHit.Ages(number(12), number(13)),
                codes(14),
                codes(15),
                codes(16),
                responsiveness,
                (BigDecimal) columns[DISTANCE],
                matched,
                asked.stream().filter(term -> !matched.contains(term)).toList());
    }

    UUID service() {
        return (UUID) columns[0];
    }

    String name() {
        return (String) columns[1];
    }

    String organizationName() {
        return (String) columns[3];
    }

    /** The criteria that it fails; only in the rows of {@link MatchSql}. */
    List<String> misfits() {
        return codes(MISFITS);
    }

    /** What fits, counted, as JSON; only in the first row of {@link SearchSql#withCounts}. */
    String counts() {
        return (String) columns[COUNTS];
    }

    /** The sort columns as text. */
    List<String> sortKey() {
        return List.of(
                columns[SORT_KEY].toString(),
                ((BigDecimal) columns[SORT_KEY + 1]).toPlainString(),
                ((BigDecimal) columns[SORT_KEY + 2]).toPlainString(),
                columns[SORT_KEY + 3].toString(),
                columns[0].toString());
    }

    /** Native queries give timestamptz as an offset time. */
    private Instant instant(int column) {
        OffsetDateTime time = (OffsetDateTime) columns[column];
        return time == null ? null : time.toInstant();
    }

    private BigDecimal number(int column) {
        BigDecimal number = (BigDecimal) columns[column];
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    private List<String> codes(int column) {
        String joined = (String) columns[column];
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
