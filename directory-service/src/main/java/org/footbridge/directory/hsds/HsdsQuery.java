package org.footbridge.directory.hsds;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** One HSDS list as it was asked for. Collects every fault of the parameters; {@link #checked} refuses them together. */
final class HsdsQuery {
    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int LAST_PAGE = 1_000_000;
    private static final int LONGEST_SEARCH = 200;

    private static final String SERVES = " and (v.area_codes @> array[cast(:postcode as text)]"
            + " or (v.area_codes = '{}' and v.postal_codes @> array[cast(:postcode as text)]))";
    private static final String NEAR =
            " and exists (select from postal_codes p where p.country = 'US' and p.code = :postcode"
                    + " and 12742000 * asin(sqrt(least(1, power(sin(radians(v.latitude - p.latitude) / 2), 2)"
                    + " + cos(radians(p.latitude)) * cos(radians(v.latitude))"
                    + " * power(sin(radians(v.longitude - p.longitude) / 2), 2)))) <= :proximity)";

    private final HsdsView view;
    private final StringBuilder conditions = new StringBuilder("true");
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private HsdsForm form = HsdsForm.LISTED;
    private final int page;
    private final int size;

    private HsdsQuery(HsdsView view, HsdsPaging paging) {
        this.view = view;
        this.page = number("page", paging.page, 1, LAST_PAGE);
        this.size = number("per_page", paging.perPage, DEFAULT_SIZE, LARGEST_PAGE);
        if (given(paging.format) && !paging.format.equals("json") && !paging.format.equals("ndjson")) {
            fault("format", "json or ndjson.");
        }
        search(paging.search);
    }

    static HsdsQuery of(HsdsView view, HsdsPaging paging) {
        return new HsdsQuery(view, paging);
    }

    HsdsQuery byTerm(HsdsFilters.ByTerm filters) {
        uuid(
                "taxonomy_term_id",
                filters.taxonomyTermId,
                "v.taxonomy_term_ids @> array[cast(:taxonomy_term_id as uuid)]");
        uuid(
                "taxonomy_id",
                filters.taxonomyId,
                "v.taxonomy_term_ids && array(select t.id from taxonomy_terms t where t.taxonomy_id = :taxonomy_id)");
        if (flag("full", filters.full)) {
            form = HsdsForm.NESTED;
        }
        return this;
    }

    HsdsQuery byOwner(HsdsFilters.ByOwner filters) {
        uuid("organization_id", filters.organizationId, "v.organization_id = :organization_id");
        time("modified_after", filters.modifiedAfter, "v.last_modified >= :modified_after");
        return this;
    }

    HsdsQuery byPlace(HsdsFilters.ByPlace filters) {
        if (!given(filters.postcode)) {
            if (given(filters.proximity)) {
                fault("proximity", "Only with a postcode.");
            }
            return this;
        }
        String code = filters.postcode.strip().toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z0-9][A-Z0-9 -]{1,11}")) {
            fault("postcode", "Letters and digits, at most 12.");
            return this;
        }
        parameters.put("postcode", code);
        if (!given(filters.proximity)) {
            conditions.append(SERVES);
        } else if (!filters.proximity.matches("\\d{1,8}")) {
            fault("proximity", "Whole metres.");
        } else {
            parameters.put("proximity", Double.valueOf(filters.proximity));
            conditions.append(NEAR);
        }
        return this;
    }

    HsdsQuery ofTerms(HsdsFilters.OfTerms filters) {
        uuid("taxonomy_id", filters.taxonomyId, "v.taxonomy_id = :taxonomy_id");
        uuid("parent_id", filters.parentId, "v.parent_id = :parent_id");
        if (flag("top_only", filters.topOnly)) {
            conditions.append(" and v.parent_id is null");
        }
        return this;
    }

    /** Shows the records in this form when the flag is set. */
    HsdsQuery when(String name, String flag, HsdsForm shown) {
        if (flag(name, flag)) {
            form = shown;
        }
        return this;
    }

    /** Fails with 400 and every fault. */
    HsdsQuery checked() {
        if (!faults.isEmpty()) {
            throw new Problem(
                    CommonProblem.INVALID_PARAMETER, faults.size() + " fault(s), each with its place.", faults);
        }
        return this;
    }

    HsdsView view() {
        return view;
    }

    HsdsForm form() {
        return form;
    }

    int page() {
        return page;
    }

    int size() {
        return size;
    }

    String conditions() {
        return conditions.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void search(String text) {
        if (!given(text)) {
            return;
        }
        if (text.length() > LONGEST_SEARCH) {
            fault("search", "At most 200 characters.");
        }
        conditions.append(" and v.search @@ websearch_to_tsquery('english', :search)");
        parameters.put("search", text);
    }

    private void uuid(String name, String value, String condition) {
        if (!given(value)) {
            return;
        }
        try {
            parameters.put(name, UUID.fromString(value));
            conditions.append(" and ").append(condition);
        } catch (IllegalArgumentException e) {
            fault(name, "A UUID.");
        }
    }

    private void time(String name, String value, String condition) {
        if (!given(value)) {
            return;
        }
        try {
            Instant time = OffsetDateTime.parse(value).toInstant();
            parameters.put(name, time);
            conditions.append(" and ").append(condition);
        } catch (DateTimeParseException e) {
            fault(name, "An RFC 3339 time with a zone, such as 2026-11-01T00:00:00Z.");
        }
    }

    private boolean flag(String name, String value) {
        if (given(value) && !value.equals("true") && !value.equals("false")) {
            fault(name, "true or false.");
        }
        return "true".equals(value);
    }

    private int number(String name, String value, int otherwise, int largest) {
        if (!given(value)) {
            return otherwise;
        }
        if (!value.matches("\\d{1,7}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > largest) {
            fault(name, "A whole number from 1 to " + largest + ".");
            return otherwise;
        }
        return Integer.parseInt(value);
    }

    private void fault(String name, String message) {
        faults.add(new Fault("query/" + name, "parameter", message));
    }

    private static boolean given(String value) {
        return value != null && !value.isBlank();
    }
}
