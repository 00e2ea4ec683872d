package org.footbridge.directory.search;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The criteria of one search as conditions on {@code search_entries e}, {@code service_capacities c} and the distance {@code d.km}.
 * Only a known misfit fails a condition; a second test says whether the criterion is known to fit.
 */
final class Criteria {
    /** Made once: without the select, a plan for any parameters would make it anew for each row. */
    static final String TSQUERY = "(select to_tsquery('needs', :words))";

    private static final double KM_OF_A_DEGREE = 111.2;
    private static final double NEARLY_A_POLE = 0.01;

    /**
     * One criterion.
     *
     * @param fits false for a known misfit only, never null
     * @param known true where the criterion is known to fit
     * @param facet the group that it chooses from, {@code null} for none
     */
    record Criterion(String name, String fits, String known, Facet facet) {}

    private final List<Criterion> all = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final SearchTerms terms;

    private Criteria(SearchTerms terms) {
        this.terms = terms;
    }

    /**
     * Of terms whose place is known.
     *
     * @param words the tsquery of the text, {@code null} for none
     * @param freshSince what was confirmed before counts as unknown
     * @param now in the zone of the places
     * @param tenant the district whose own entries are seen too, {@code null} for none
     */
    static Criteria of(SearchTerms terms, String words, Instant freshSince, ZonedDateTime now, UUID tenant) {
        Criteria criteria = new Criteria(terms);
        criteria.parameters.put("fresh", freshSince);
        criteria.parameters.put("tenant", tenant == null ? "" : tenant.toString());
        criteria.words(words);
        criteria.ages();
        for (Facet facet : Facet.values()) {
            criteria.codes(facet);
        }
        criteria.capacity();
        criteria.open(now);
        criteria.place();
        return criteria;
    }

    /** The same with a box three times as wide: what lies just beyond the asked distance is to be explained. */
    Criteria widened() {
        if (near() && terms.within() != null) {
            box(terms.within().doubleValue() * 3, true);
        }
        return this;
    }

    List<Criterion> all() {
        return all;
    }

    /** Their names, in a stable order. */
    List<String> names() {
        return all.stream().map(Criterion::name).toList();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    boolean near() {
        return terms.near() != null;
    }

    boolean hasWords() {
        return parameters.containsKey("words");
    }

    /** What makes a service visible to the caller at all. */
    String visible() {
        return "e.active and (e.visibility = 'public'"
                + " or (e.visibility = 'district' and e.curator_tenant_id = cast(nullif(:tenant, '') as uuid)))";
    }

    /** Conditions that an index answers and that the distance narrows further; empty where nothing is to be said. */
    String inTheBox() {
        if (!near() || terms.within() == null) {
            return "";
        }
        String cells = parameters.containsKey("cells")
                ? "and e.cells && (select cast(string_to_array(:cells, ',') as integer[]))\n"
                : "";
        if (!parameters.containsKey("south")) {
            return cells;
        }
        String afar = terms.reachableFromAfar() ? " or e.modes @> '{telehealth}'" : "";
        return cells + "and (not e.placed" + afar
                + " or exists (select from search_places p where p.service_id = e.service_id"
                + " and p.latitude between :south and :north and p.longitude between :west and :east))\n";
    }

    private void words(String words) {
        if (words != null) {
            parameters.put("words", words);
            add("text", "e.search @@ " + TSQUERY, "true");
        }
    }

    private void ages() {
        if (terms.ages() != null) {
            parameters.put("ages", terms.ages().sql());
            add("age", "(e.ages is null or e.ages && cast(cast(:ages as text) as numrange))", "e.ages is not null");
        }
    }

    private void codes(Facet facet) {
        List<String> accepted = terms.accepted(facet);
        if (accepted.isEmpty()) {
            return;
        }
        String parameter = "codes_" + facet.column();
        parameters.put(parameter, String.join(",", accepted));
        String overlaps = "e." + facet.column() + " && string_to_array(:" + parameter + ", ',')";
        String interpreted = facet == Facet.LANGUAGE ? " or e.interpreters" : "";
        all.add(new Criterion(
                facet.criterion(),
                "(" + overlaps + " or e." + facet.column() + " = '{}'" + interpreted + ")",
                overlaps,
                facet));
    }

    private void capacity() {
        if (terms.roomOnly()) {
            add(
                    "capacity",
                    "(c.status is null or c.confirmed_at < :fresh or c.status in ('HAS_CAPACITY', 'ASSESSMENT_REQUIRED'))",
                    "c.status = 'HAS_CAPACITY' and c.confirmed_at >= :fresh");
        }
        if (terms.acceptingOnly()) {
            add(
                    "accepting",
                    "(c.status is null or c.confirmed_at < :fresh or c.status <> 'NO_CAPACITY')",
                    "c.status <> 'NO_CAPACITY' and c.confirmed_at >= :fresh");
        }
        if (terms.maxWaitDays() != null) {
            parameters.put("wait", terms.maxWaitDays());
            add(
                    "wait",
                    "(c.wait_days is null or c.confirmed_at < :fresh or c.wait_days <= :wait)",
                    "c.wait_days <= :wait and c.confirmed_at >= :fresh");
        }
    }

    private void open(ZonedDateTime now) {
        if (terms.open() == null) {
            return;
        }
        OpenAt open = terms.open().at(now);
        parameters.put("day", open.day());
        parameters.put("opens", open.from());
        parameters.put("closes", open.to());
        parameters.put("today", now.toLocalDate());
        add(
                "open",
                "(not e.scheduled or exists (select from search_hours h where h.service_id = e.service_id and h.day = :day"
                        + " and h.opens <= :opens and h.closes >= :closes and (h.valid_from is null or h.valid_from <= :today)"
                        + " and (h.valid_to is null or h.valid_to >= :today)))",
                "e.scheduled");
    }

    private void place() {
        if (!near()) {
            return;
        }
        Point middle = terms.near();
        parameters.put("latitude", middle.latitude());
        parameters.put("longitude", middle.longitude());
        if (terms.within() == null) {
            return;
        }
        parameters.put("within", terms.within());
        box(terms.within().doubleValue(), false);
        String afar = terms.reachableFromAfar() ? " or e.modes @> '{telehealth}'" : "";
        add("distance", "(d.km is null or d.km <= :within" + afar + ")", "d.km <= :within" + afar);
    }

    /** @param exactly whether no distance is compared later that narrows down what the cells hold */
    private void box(double km, boolean exactly) {
        Point middle = terms.near();
        double high = km / KM_OF_A_DEGREE;
        double wide = high / Math.max(NEARLY_A_POLE, Math.cos(Math.toRadians(middle.latitude())));
        Box box = new Box(
                middle.latitude() - high,
                middle.latitude() + high,
                middle.longitude() - wide,
                middle.longitude() + wide);
        Optional<String> cells = box.cells(terms.reachableFromAfar());
        parameters.remove("cells");
        cells.ifPresent(some -> parameters.put("cells", some));
        if (exactly || cells.isEmpty()) {
            parameters.put("south", box.south());
            parameters.put("north", box.north());
            parameters.put("west", box.west());
            parameters.put("east", box.east());
        }
    }

    private void add(String name, String fits, String known) {
        all.add(new Criterion(name, fits, known, null));
    }
}
