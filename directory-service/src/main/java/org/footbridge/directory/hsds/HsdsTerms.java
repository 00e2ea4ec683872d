package org.footbridge.directory.hsds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/**
 * The parameters of a list that was asked for by POST. HSDS declares them in the query; what they were asked for is to keep search
 * terms out of addresses and logs, so a form or a JSON object of the same names is read too, and wins.
 */
final class HsdsTerms {
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    /** Of the query and a body that may be empty. 400 for a body that cannot be read. */
    static HsdsTerms of(Map<String, List<String>> query, String contentType, String body, ObjectMapper json) {
        HsdsTerms terms = new HsdsTerms();
        query.forEach((name, given) -> terms.values.put(name, given.getFirst()));
        if (body != null && !body.isBlank()) {
            if (contentType != null && contentType.startsWith("application/x-www-form-urlencoded")) {
                terms.form(body);
            } else {
                terms.json(body, json);
            }
        }
        return terms;
    }

    HsdsPaging paging() {
        HsdsPaging paging = new HsdsPaging();
        paging.search = value("search");
        paging.page = value("page");
        paging.perPage = value("per_page");
        paging.format = value("format");
        return paging;
    }

    HsdsFilters.ByTerm byTerm() {
        HsdsFilters.ByTerm filters = new HsdsFilters.ByTerm();
        filters.taxonomyTermId = value("taxonomy_term_id");
        filters.taxonomyId = value("taxonomy_id");
        filters.full = value("full");
        return filters;
    }

    HsdsFilters.ByOwner byOwner() {
        HsdsFilters.ByOwner filters = new HsdsFilters.ByOwner();
        filters.organizationId = value("organization_id");
        filters.modifiedAfter = value("modified_after");
        return filters;
    }

    HsdsFilters.ByPlace byPlace() {
        HsdsFilters.ByPlace filters = new HsdsFilters.ByPlace();
        filters.postcode = value("postcode");
        filters.proximity = value("proximity");
        return filters;
    }

    HsdsFilters.OfTerms ofTerms() {
        HsdsFilters.OfTerms filters = new HsdsFilters.OfTerms();
        filters.taxonomyId = value("taxonomy_id");
        filters.parentId = value("parent_id");
        filters.topOnly = value("top_only");
        return filters;
    }

    String value(String name) {
        asked.add(name);
        return values.get(name);
    }

    /** Refuses a name that nothing was read from: a misspelled filter would find too much. */
    void requireKnown() {
        List<Fault> unknown = values.keySet().stream()
                .filter(name -> !asked.contains(name))
                .sorted()
                .map(name -> new Fault("/" + name, "unknown-member", "This list has no such parameter."))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Problem(
                    CommonProblem.INVALID_PARAMETER, unknown.size() + " fault(s), each with its place.", unknown);
        }
    }

    private void form(String body) {
        for (String pair : body.split("&")) {
            String[] sides = pair.split("=", 2);
            try {
                values.put(decoded(sides[0]), sides.length < 2 ? "" : decoded(sides[1]));
            } catch (IllegalArgumentException e) {
                throw CommonProblem.MALFORMED.because("The form is not percent-encoded.");
            }
        }
    }

    private void json(String body, ObjectMapper json) {
        JsonNode read;
        try {
            read = json.readTree(body);
        } catch (JsonProcessingException e) {
            throw CommonProblem.MALFORMED.because("The body is neither JSON nor a form.");
        }
        List<Fault> faults = new ArrayList<>();
        if (!read.isObject()) {
            throw CommonProblem.MALFORMED.because("Send an object whose members are the parameters.");
        }
        read.properties().forEach(member -> {
            if (member.getValue().isValueNode() && !member.getValue().isNull()) {
                values.put(member.getKey(), member.getValue().asText());
            } else if (!member.getValue().isNull()) {
                faults.add(new Fault("/" + member.getKey(), "type", "One value."));
            }
        });
        if (!faults.isEmpty()) {
            throw new Problem(CommonProblem.MALFORMED, "Parameters are single values.", faults);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
