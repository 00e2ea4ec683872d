package org.footbridge.feedback.kpi;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.footbridge.feedback.roster.VisibleSchools;

/** Counts closed loops of the referrals that were submitted in a period: the total, and each group of one dimension. */
@ApplicationScoped
public class ClosedLoopsRepository {
    /** Days from the receipt of the form, else the submission, to the first appointment that was kept. */
    private static final String COUNT = """
            select %s, count(*), count(*) filter (where f.closed_loop), count(w.days) filter (where f.closed_loop),
                   percentile_cont(0.5) within group (order by w.days) filter (where f.closed_loop)
            from referral_fact f
            left join school s on s.tenant_id = f.tenant_id and s.school_id = f.school_id
            cross join lateral (
                select cast(f.first_kept_at at time zone :zone as date)
                       - coalesce(f.received_on, cast(f.submitted_at at time zone :zone as date)) as days
            ) w
            where f.tenant_id = :tenant and f.submitted_at >= :since and f.submitted_at < :until
              and f.state not in ('ENTERED_IN_ERROR', 'DUPLICATE')
              and (:wholeDistrict or f.school_id = any(cast(string_to_array(:schools, ',') as uuid[])))
            group by grouping sets (%s)
            """;

    private static final String TOTAL = COUNT.formatted("cast(null as text), cast(null as text), 1", "()");

    Uni<List<ClosedLoopsFigure>> count(UUID tenant, Period period, VisibleSchools schools, GroupBy groupBy) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(statement(groupBy), Object[].class)
                        .setParameter("zone", period.zone())
                        .setParameter("tenant", tenant)
                        .setParameter("since", period.start())
                        .setParameter("until", period.end())
                        .setParameter("wholeDistrict", schools.wholeDistrict())
                        .setParameter("schools", commaSeparated(schools))
                        .getResultList())
                .map(rows -> rows.stream().map(ClosedLoopsRepository::figure).toList());
    }

    static String statement(GroupBy groupBy) {
        if (groupBy == null) {
            return TOTAL;
        }
        String label = groupBy == GroupBy.SCHOOL ? "min(s.name)" : "cast(null as text)";
        String columns = "cast(%1$s as text), %2$s, grouping(%1$s)".formatted(groupBy.column(), label);
        return COUNT.formatted(columns, "(%s), ()".formatted(groupBy.column()));
    }

    private static String commaSeparated(VisibleSchools schools) {
        return schools.schools().stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static ClosedLoopsFigure figure(Object[] row) {
        return new ClosedLoopsFigure(
                (String) row[0],
                (String) row[1],
                ((Number) row[2]).intValue() == 1,
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue(),
                ((Number) row[5]).longValue(),
                row[6] == null ? null : ((Number) row[6]).doubleValue());
    }
}
