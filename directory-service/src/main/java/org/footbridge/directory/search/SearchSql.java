package org.footbridge.directory.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The statement of one page. Rows are ordered by how many criteria are unknown, then distance, then how well the words fit, then
 * the wait, then id, so that no page repeats or skips a service.
 */
final class SearchSql {
    /** What the order is made of, in words for the reader. */
    static final List<String> ORDER = List.of("unknown criteria", "distance", "words", "wait", "id");

    private static final int NOWHERE = 1_000_000;

    /** The columns of a hit, of {@code x} as below, {@code s} and {@code o}; {@link SearchRow} reads them by position. */
    static final String COLUMNS = """
            select s.id, s.name, s.organization_id, o.name, o.kind, nearest_participating(s.organization_id),
                   c.status, c.available, c.wait_days, c.confirmed_at,
                   array_to_string(e.languages, ','), array_to_string(e.insurance, ','), s.minimum_age, s.maximum_age,
                   array_to_string(e.concerns, ','), array_to_string(e.cost, ','), array_to_string(e.modes, ','),
                   x.distance, x.matched, x.unknowns, x.distance_order, x.rank, x.wait,
                   c.waiting, c.check_in_on
            """;
    /** What {@link #COLUMNS} reads beside {@code x}. */
    static final String JOINS = """
            join services s on s.id = x.service_id
            join organizations o on o.id = s.organization_id
            join service_capacities c on c.service_id = s.id
            join search_entries e on e.service_id = s.id
            """;
    /** {@code d.km} of the nearest place. */
    static final String DISTANCE = """
            left join lateral (
              select round(cast(min(12742 * asin(sqrt(least(1,
                       power(sin(radians(p.latitude - :latitude) / 2), 2)
                       + cos(radians(:latitude)) * cos(radians(p.latitude))
                         * power(sin(radians(p.longitude - :longitude) / 2), 2))))) as numeric), 2) as km
              from unnest(e.latitudes, e.longitudes) p (latitude, longitude)) d on true
            """;

    private static final String BY_ORDER = "order by x.unknowns, x.distance_order, x.rank, x.wait, x.service_id";
    private static final String WAIT = """
            case when c.confirmed_at >= :fresh and c.wait_days is not null then c.wait_days
                 when c.confirmed_at >= :fresh and c.status = 'HAS_CAPACITY' then 0 else 100000 end as wait
            """;

    private final Criteria criteria;
    private final Map<String, Object> parameters;
    private String after = "";

    SearchSql(Criteria criteria) {
        this.criteria = criteria;
        this.parameters = new LinkedHashMap<>(criteria.parameters());
    }

    /** Continues behind the row with this sort key. */
    SearchSql after(List<String> key) {
        after = "where (x.unknowns, x.distance_order, x.rank, x.wait, x.service_id) > ("
                + number("after_unknowns", "integer")
                + ", " + number("after_distance", "numeric") + ", " + number("after_rank", "numeric") + ", "
                + number("after_wait", "integer") + ", " + number("after_id", "uuid") + ")\n";
        parameters.put("after_unknowns", key.get(0));
        parameters.put("after_distance", key.get(1));
        parameters.put("after_rank", key.get(2));
        parameters.put("after_wait", key.get(3));
        parameters.put("after_id", key.get(4));
        return this;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    String text() {
        String conditions = criteria.visible() + "\n" + criteria.inTheBox()
                + criteria.all().stream().map(one -> "and " + one.fits() + "\n").collect(Collectors.joining());
        return COLUMNS + "from (select x.* from (\n"
                + sorted("(" + rows("") + "where " + conditions + ") y")
                + ") x\n" + after + BY_ORDER + " limit :limit) x\n"
                + JOINS + BY_ORDER;
    }

    /** The first page with the counts of {@link FacetSql} in the last column of its first row, all made of what was found once. */
    String withCounts() {
        FacetSql facets = new FacetSql(criteria);
        return "with m as materialized (" + rows(", " + facets.columns()) + "where " + facets.conditions() + ")\n"
                + COLUMNS
                + ", case when x.place = 1 then (select cast(json_agg(json_build_array(g.criterion, g.code, g.n)"
                + " order by g.criterion, g.n desc, g.code) as text) from (\n" + facets.counts() + ") g) end\n"
                + "from (select x.*, row_number() over (" + BY_ORDER + ") as place from (\n"
                + sorted("(select * from m where " + facets.fitting() + ") y")
                + ") x\n" + BY_ORDER + " limit :limit) x\n"
                + JOINS + BY_ORDER;
    }

    /** What is read of each service, of all those that are found. */
    private String rows(String more) {
        return "select e.service_id, " + matched(criteria) + " as matched,\n"
                + "  " + (criteria.near() ? "d.km" : "cast(null as numeric)") + " as distance,\n  "
                + (criteria.hasWords() ? "e.search,\n  " : "") + WAIT + more + "\n" + from(criteria);
    }

    private String sorted(String found) {
        return "select y.service_id, y.distance, y.matched, y.wait, " + rank() + " as rank,\n  "
                + criteria.all().size() + " - cardinality(string_to_array(y.matched, ',')) as unknowns,\n"
                + "  coalesce(y.distance, " + NOWHERE + ") as distance_order from " + found;
    }

    static String from(Criteria criteria) {
        return "from search_entries e join service_capacities c on c.service_id = e.service_id\n"
                + (criteria.near() ? DISTANCE : "");
    }

    /** The names of the criteria that are known to fit, joined by commas. */
    static String matched(Criteria criteria) {
        return criteria.all().isEmpty()
                ? "''"
                : criteria.all().stream()
                        .map(one -> "case when " + one.known() + " then '" + one.name() + "' end")
                        .collect(Collectors.joining(", ", "concat_ws(',', ", ")"));
    }

    /** Negative, so that every column of the sort key ascends. */
    private String rank() {
        return criteria.hasWords()
                ? "-round(cast(ts_rank(y.search, " + Criteria.TSQUERY + ") as numeric), 4)"
                : "cast(0 as numeric)";
    }

    private static String number(String parameter, String type) {
        return "cast(cast(:" + parameter + " as text) as " + type + ")";
    }
}
