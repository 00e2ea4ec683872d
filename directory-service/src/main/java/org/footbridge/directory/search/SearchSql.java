package org.footbridge.directory.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The statement of one search. Each term has a condition that only a known misfit fails, and a test of whether it is known to fit;
 * rows are ordered by how many terms are unknown, then distance, then text rank.
 */
final class SearchSql {
    private static final String COLUMNS = """
            select x.id, x.name, x.organization_id, x.organization_name, x.kind, nearest_participating(x.organization_id),
                   x.status, x.available, x.wait_days, x.confirmed_at,
                   array_to_string(x.languages, ','), array_to_string(x.insurance, ','), x.minimum_age, x.maximum_age,
                   x.distance, x.matched, x.unknowns, x.rank
            """;
    private static final String DISTANCE = """
            left join lateral (
              select round(cast(min(12742 * asin(sqrt(least(1,
                       power(sin(radians(l.latitude - :latitude) / 2), 2)
                       + cos(radians(:latitude)) * cos(radians(l.latitude))
                         * power(sin(radians(l.longitude - :longitude) / 2), 2))))) as numeric), 2) as km
              from service_at_locations p join locations l on l.id = p.location_id
              where p.service_id = s.id and l.latitude is not null) d on true
            """;

    private static final String MATCHES_TEXT = "(s.search @@ websearch_to_tsquery('english', :text)"
            + " or o.search @@ websearch_to_tsquery('english', :text))";
    private static final String SPEAKS = "s.languages && string_to_array(:languages, ',')";
    private static final String TAKES = "s.insurance && string_to_array(:insurance, ',')";
    private static final String NOT_FULL =
            "(c.status is null or c.confirmed_at < :fresh" + " or c.status in ('HAS_CAPACITY', 'ASSESSMENT_REQUIRED'))";
    private static final String HAS_ROOM = "c.status = 'HAS_CAPACITY' and c.confirmed_at >= :fresh";

    private final StringBuilder conditions = new StringBuilder();
    private final List<String> tests = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final boolean near;
    private final boolean text;
    private String after = "";

    SearchSql(SearchTerms terms, Instant freshSince) {
        this.near = terms.near() != null;
        this.text = terms.text() != null;
        if (near) {
            parameters.put("latitude", terms.near().latitude());
            parameters.put("longitude", terms.near().longitude());
        }
        if (text) {
            term("text", MATCHES_TEXT, "true");
            parameters.put("text", terms.text());
        }
        if (terms.age() != null) {
            term("age", "(s.ages is null or s.ages @> cast(:age as numeric))", "s.ages is not null");
            parameters.put("age", terms.age());
        }
        if (!terms.languages().isEmpty()) {
            term("language", "(" + SPEAKS + " or s.languages = '{}' or s.interpreters)", SPEAKS);
            parameters.put("languages", String.join(",", terms.languages()));
        }
        if (!terms.insurance().isEmpty()) {
            term("insurance", "(" + TAKES + " or s.insurance = '{}')", TAKES);
            parameters.put("insurance", String.join(",", terms.acceptedInsurance()));
        }
        if (terms.roomOnly()) {
            term("capacity", NOT_FULL, HAS_ROOM);
            parameters.put("fresh", freshSince);
        }
    }

    /** Continues behind the row with this sort key. */
    SearchSql after(SortKey key) {
        after = "where (x.unknowns, x.distance_order, x.rank, x.id) > (cast(cast(:unknowns as text) as integer),"
                + " cast(cast(:distance as text) as numeric), cast(cast(:rank as text) as numeric), cast(cast(:id as text) as uuid))\n";
        parameters.put("unknowns", key.unknowns());
        parameters.put("distance", key.distance());
        parameters.put("rank", key.rank());
        parameters.put("id", key.id());
        return this;
    }

    /** The terms that were asked for, by name. */
    List<String> asked() {
        return asked;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    String text() {
        String matched = tests.isEmpty() ? "''" : "concat_ws(',', " + String.join(", ", tests) + ")";
        return COLUMNS
                + "from (\n"
                + "select y.*, " + asked.size() + " - cardinality(string_to_array(y.matched, ',')) as unknowns,\n"
                + "  coalesce(y.distance, 1000000) as distance_order from (\n"
                + "select s.id, s.name, s.organization_id, o.name as organization_name, o.kind, c.status, c.available,\n"
                + "  c.wait_days, c.confirmed_at, s.languages, s.insurance, s.minimum_age, s.maximum_age,\n"
                + "  " + matched + " as matched,\n"
                + "  " + (near ? "d.km" : "cast(null as numeric)") + " as distance,\n"
                + "  " + rank() + " as rank\n"
                + "from services s join organizations o on o.id = s.organization_id\n"
                + "join service_capacities c on c.service_id = s.id\n"
                + (near ? DISTANCE : "")
                + "where s.status = 'active' and s.visibility = 'public' and o.visibility = 'public'\n"
                + conditions
                + ") y) x\n"
                + after
                + "order by x.unknowns, x.distance_order, x.rank, x.id limit :limit";
    }

    /** Negative, so that every column of the sort key ascends. */
    private String rank() {
        return text
                ? "-round(cast(ts_rank(s.search, websearch_to_tsquery('english', :text))"
                        + " + ts_rank(o.search, websearch_to_tsquery('english', :text)) as numeric), 4)"
                : "cast(0 as numeric)";
    }

    private void term(String name, String condition, String test) {
        asked.add(name);
        conditions.append("and ").append(condition).append('\n');
        tests.add("case when " + test + " then '" + name + "' end");
    }

    /** The sort columns of a row as text. */
    record SortKey(String unknowns, String distance, String rank, String id) {}
}
