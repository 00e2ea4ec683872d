package org.footbridge.directory.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.footbridge.directory.search.Criteria.Criterion;

/**
 * Counts what fits. A group is counted as if nothing of it were chosen, so that a reader sees what choosing
 * another value of it would find.
 */
final class FacetSql {
    /** The row that counts all hits. */
    static final String TOTAL = "total";

    private static final String CAPACITY = "capacity";
    private static final String STATUS =
            "case when c.confirmed_at >= :fresh then c.status else 'UNKNOWN' end as capacity_status";

    private final Criteria criteria;
    private final List<Criterion> chosen;

    FacetSql(Criteria criteria) {
        this.criteria = criteria;
        this.chosen = criteria.all().stream().filter(one -> one.facet() != null).toList();
    }

    /** Rows of criterion, code and count. */
    String text() {
        return "with m as materialized (select " + columns() + "\n"
                + SearchSql.from(criteria)
                + "where " + conditions() + ")\n"
                + counts()
                + "order by 1, 3 desc, 2";
    }

    /** What {@link #counts()} reads of each row of {@code m}. */
    String columns() {
        String columns = Arrays.stream(Facet.values())
                .filter(Facet::isCounted)
                .map(facet -> "e." + facet.column() + ", ")
                .collect(Collectors.joining());
        String passes = chosen.stream()
                .map(one -> ", " + one.fits() + " as fits_" + one.facet().column())
                .collect(Collectors.joining());
        return columns + STATUS + passes;
    }

    /** The rows of {@code m}: everything but the groups that are counted as if nothing of them were chosen. */
    String conditions() {
        return criteria.visible() + "\n" + criteria.inTheBox()
                + criteria.all().stream()
                        .filter(one -> one.facet() == null)
                        .map(one -> "and " + one.fits() + "\n")
                        .collect(Collectors.joining())
                + (chosen.size() < 2 ? "" : "and " + misfits() + " < 2\n");
    }

    /** How many of the chosen groups a service is known not to fit: with two of them it is counted nowhere. */
    private String misfits() {
        return chosen.stream()
                .map(one -> "cast(not " + one.fits() + " as integer)")
                .collect(Collectors.joining(" + ", "(", ")"));
    }

    /** Whether a row of {@code m} fits in all. */
    String fitting() {
        return fitting(Optional.empty());
    }

    /** Unordered, of {@code m}. */
    String counts() {
        String counts = Arrays.stream(Facet.values())
                .filter(Facet::isCounted)
                .map(this::counted)
                .collect(Collectors.joining());
        return "select '" + TOTAL + "' as criterion, '' as code, count(*) as n from m where " + fitting() + "\n"
                + counts
                + "union all select '" + CAPACITY + "', capacity_status, count(*) from m where " + fitting()
                + " group by 2\n";
    }

    private String counted(Facet facet) {
        return "union all select '" + facet.criterion() + "', f.code, count(*) from m, unnest(m." + facet.column()
                + ") f (code) where " + fitting(Optional.of(facet)) + " group by 2\n";
    }

    private String fitting(Optional<Facet> except) {
        String conditions = chosen.stream()
                .map(Criterion::facet)
                .filter(facet -> except.filter(facet::equals).isEmpty())
                .map(facet -> "m.fits_" + facet.column())
                .collect(Collectors.joining(" and "));
        return conditions.isEmpty() ? "true" : conditions;
    }
}
