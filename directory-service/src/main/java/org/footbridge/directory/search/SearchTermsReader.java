package org.footbridge.directory.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footbridge.common.web.problem.CommonProblem;
import org.footbridge.common.web.problem.Fault;
import org.footbridge.common.web.problem.Problem;

/** Reads search terms. Messages never repeat the refused value, which may describe a student. */
final class SearchTermsReader {
    static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;
    private static final int LONGEST_TEXT = 200;
    private static final BigDecimal OLDEST = BigDecimal.valueOf(120);
    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2,3})([-_][A-Za-z0-9-]{1,20})?");
    private static final Set<String> INSURANCE = Set.of("medicaid", "chip", "private", "sliding", "none");
    private static final Pattern NEAR =
            Pattern.compile("\\s*(-?\\d{1,3}(?:\\.\\d{1,10})?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d{1,10})?)\\s*");

    private final SearchParameters parameters;
    private final String place;
    private final List<Fault> faults = new ArrayList<>();

    private SearchTermsReader(SearchParameters parameters, String place) {
        this.parameters = parameters;
        this.place = place;
    }

    /** The terms and the size of a page. */
    record Read(SearchTerms terms, int limit, String cursor) {}

    /** Of the query: faults are 400. */
    static Read ofQuery(SearchParameters parameters) {
        return new SearchTermsReader(parameters, "query/").read(CommonProblem.INVALID_PARAMETER);
    }

    /** Of a body: faults are 422. */
    static Read ofBody(SearchRequest body) {
        return new SearchTermsReader(body.parameters(), "/").read(CommonProblem.INVALID);
    }

    private Read read(CommonProblem problem) {
        SearchTerms terms = new SearchTerms(text(), age(), languages(), insurance(), roomOnly(), near());
        int limit = limit();
        if (!faults.isEmpty()) {
            throw new Problem(problem, faults.size() + " fault(s), each with its place.", faults);
        }
        return new Read(terms, limit, blank(parameters.cursor) ? null : parameters.cursor);
    }

    private String text() {
        if (blank(parameters.q)) {
            return null;
        }
        if (parameters.q.length() > LONGEST_TEXT) {
            fault("q", "size", "At most 200 characters.");
        }
        return parameters.q.strip();
    }

    private BigDecimal age() {
        if (blank(parameters.age)) {
            return null;
        }
        if (!parameters.age.matches("\\d{1,3}(\\.\\d{1,3})?") || new BigDecimal(parameters.age).compareTo(OLDEST) > 0) {
            fault("age", "age", "Years from 0 to 120, with a point for decimals.");
            return null;
        }
        return new BigDecimal(parameters.age);
    }

    private List<String> languages() {
        List<String> codes = new ArrayList<>();
        for (String value : given(parameters.language)) {
            Matcher matcher = LANGUAGE.matcher(value);
            if (matcher.matches()) {
                codes.add(matcher.group(1));
            } else {
                fault("language", "language", "An ISO 639 code such as es.");
            }
        }
        return codes;
    }

    private List<String> insurance() {
        List<String> codes = given(parameters.insurance).stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .toList();
        if (!INSURANCE.containsAll(codes)) {
            fault("insurance", "insurance", "medicaid, chip, private, sliding or none.");
        }
        return codes;
    }

    private boolean roomOnly() {
        if (blank(parameters.capacity) || parameters.capacity.equals("false")) {
            return false;
        }
        if (!Set.of("true", "HAS_CAPACITY").contains(parameters.capacity)) {
            fault("capacity", "capacity", "HAS_CAPACITY, true or false.");
        }
        return true;
    }

    private Point near() {
        if (blank(parameters.near)) {
            return null;
        }
        Matcher matcher = NEAR.matcher(parameters.near);
        if (!matcher.matches()) {
            fault("near", "near", "Latitude and longitude in degrees, such as 39.83,-98.58.");
            return null;
        }
        Point point = new Point(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
        if (Math.abs(point.latitude()) > 90 || Math.abs(point.longitude()) > 180) {
            fault("near", "off-the-globe", "Latitude is -90 to 90, longitude -180 to 180.");
        }
        return point;
    }

    private int limit() {
        if (blank(parameters.limit)) {
            return DEFAULT_LIMIT;
        }
        if (!parameters.limit.matches("\\d{1,4}")
                || Integer.parseInt(parameters.limit) < 1
                || Integer.parseInt(parameters.limit) > MOST) {
            fault("limit", "limit", "1 to 200.");
            return DEFAULT_LIMIT;
        }
        return Integer.parseInt(parameters.limit);
    }

    private List<String> given(List<String> values) {
        List<String> present = values == null
                ? List.of()
                : values.stream().filter(value -> !blank(value)).distinct().toList();
        return present.size() > 10 ? present.subList(0, 10) : present;
    }

    private void fault(String name, String code, String message) {
        faults.add(new Fault(place + name, code, message));
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }
}
