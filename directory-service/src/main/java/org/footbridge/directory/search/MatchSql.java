package org.footbridge.directory.search;

import java.util.stream.Collectors;

/**
 * The statements of a match. Unlike a search, it keeps what does not fit and says by which criteria; of services far beyond the
 * asked distance nobody needs to hear.
 */
final class MatchSql {
    /** The reason of a service whose organization answers no referrals here. */
    static final String NOT_PARTICIPATING = "not-participating";

    private static final String ORDER = "x.capacity_order, x.unknowns, x.distance_order, x.wait, x.service_id";
    private static final String SERVED = """
            with recursive served as (
              select o.id from organizations o where o.participating
              union select o.id from organizations o join served on served.id = o.parent_organization_id),
            m as materialized (
            """;
    private static final String CAPACITY_AND_WAIT = """
            case when c.confirmed_at < :fresh then 3 when c.status = 'HAS_CAPACITY' then 0
                 when c.status = 'ASSESSMENT_REQUIRED' then 1 when c.status = 'WAITLIST' then 2 else 3 end as capacity_order,
            case when c.confirmed_at >= :fresh and c.wait_days is not null then c.wait_days
                 when c.confirmed_at >= :fresh and c.status = 'HAS_CAPACITY' then 0 else 100000 end as wait
            """;

    private final Criteria criteria;

    MatchSql(Criteria criteria) {
        this.criteria = criteria;
    }

    /** Hits as {@link SearchRow} reads them, with the names of the criteria that they fail behind. */
    String candidates() {
        return known()
                + SearchSql.COLUMNS + ", x.misfits from (\n"
                + "(select x.* from m x where x.misfits = '' order by " + ORDER + " limit :limit)\n"
                + "union all (select x.* from m x where x.misfits <> ''"
                + " order by cardinality(string_to_array(x.misfits, ',')), x.distance_order, x.service_id limit :excluded)) x\n"
                + SearchSql.JOINS
                + "order by cardinality(string_to_array(x.misfits, ',')), case when x.misfits = '' then x.capacity_order else 0 end,"
                + " case when x.misfits = '' then x.unknowns else 0 end, x.distance_order, x.wait, x.service_id";
    }

    /** How many fail a single criterion, by its name. */
    String nearMisses() {
        return known()
                + "select x.misfits, count(*) from m x where x.misfits <> '' and position(',' in x.misfits) = 0"
                + " group by x.misfits order by 2 desc, 1";
    }

    private String known() {
        String misfits = criteria.all().stream()
                .map(one -> "case when not " + one.fits() + " then '" + one.name() + "' end, ")
                .collect(Collectors.joining());
        return SERVED
                + "select y.*, " + criteria.all().size()
                + " - cardinality(string_to_array(y.matched, ',')) as unknowns,\n"
                + "  coalesce(y.distance, 1000000) as distance_order from (\n"
                + "select e.service_id, " + SearchSql.matched(criteria) + " as matched,\n"
                + (criteria.near() ? "d.km" : "cast(null as numeric)") + " as distance, cast(0 as numeric) as rank,\n"
                + "concat_ws(',', " + misfits + "case when served.id is null then '" + NOT_PARTICIPATING
                + "' end) as misfits,\n"
                + CAPACITY_AND_WAIT
                + SearchSql.from(criteria)
                + "left join served on served.id = e.organization_id\n"
                + "where " + criteria.visible() + "\n" + criteria.inTheBox() + ") y)\n";
    }
}
