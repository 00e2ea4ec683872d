package org.footbridge.directory.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.footbridge.directory.capacity.CapacityView;
import org.footbridge.directory.capacity.Freshness;

/** A row of {@link SearchSql}, by position. */
final class SearchRow {
    private static final int UNKNOWN_DISTANCE = 1_000_000;

    private final Object[] columns;

    SearchRow(Object[] columns) {
        this.columns = columns;
    }

    SearchHit hit(List<String> asked, Freshness freshness, Instant now) {
        List<String> matched = codes(15);
        Instant confirmedAt = instant(9);
        return new SearchHit(
                (UUID) columns[0],
                (String) columns[1],
                (UUID) columns[2],
                (String) columns[3],
                (String) columns[4],
                (UUID) columns[5],
                CapacityView.of(
                        (String) columns[6],
                        (Integer) columns[7],
                        (Integer) columns[8],
                        confirmedAt,
                        freshness.stale(confirmedAt, now)),
                codes(10),
                codes(11),
                new SearchHit.Ages(number(12), number(13)),
                (BigDecimal) columns[14],
                matched,
                asked.stream().filter(term -> !matched.contains(term)).toList());
    }

    List<String> sortKey() {
        BigDecimal distance = (BigDecimal) columns[14];
        return List.of(
                columns[16].toString(),
                distance == null ? Integer.toString(UNKNOWN_DISTANCE) : distance.toPlainString(),
                ((BigDecimal) columns[17]).toPlainString(),
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
