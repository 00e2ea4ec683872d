package org.footbridge.directory.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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
    private static final int MOST_CODES = 10;
    private static final BigDecimal OLDEST = BigDecimal.valueOf(120);
    private static final BigDecimal FARTHEST = BigDecimal.valueOf(20_000);
    private static final int LONGEST_WAIT = 3650;
    private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2,3})([-_][A-Za-z0-9-]{1,20})?");
    private static final Pattern NEAR =
            Pattern.compile("\\s*(-?\\d{1,3}(?:\\.\\d{1,10})?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d{1,10})?)\\s*");

    private final SearchParameters parameters;
    private final String place;
    private final CommonProblem problem;
    private final List<Fault> faults = new ArrayList<>();

    private SearchTermsReader(SearchParameters parameters, String place, CommonProblem problem) {
        this.parameters = parameters;
        this.place = place;
        this.problem = problem;
    }

    /** The terms, the size of a page, and how a fault that only the database can find is told. */
    record Read(SearchTerms terms, int limit, String cursor, boolean facets, String place, CommonProblem problem) {

        /** A postal code that nobody has told us the middle of. */
        Problem unknownPostalCode() {
            Fault fault = new Fault(
                    place + "postalCode", "unknown-postal-code", "We do not know where this is; send `near` instead.");
            return new Problem(problem, "1 fault(s), each with its place.", List.of(fault));
        }
    }

    /** Of the query: faults are 400. */
    static Read ofQuery(SearchParameters parameters) {
        return new SearchTermsReader(parameters, "query/", CommonProblem.INVALID_PARAMETER).read();
    }

    /** Of a body: faults are 422. */
    static Read ofBody(SearchRequest body) {
        return new SearchTermsReader(body.parameters(), "/", CommonProblem.INVALID).read();
    }

    private Read read() {
        SearchTerms terms = new SearchTerms(
                text(),
                codes(),
                ages(),
                near(),
                postalCode(),
                within(),
                open(),
                roomOnly(),
                flag("accepting", parameters.accepting, false),
                number("maxWaitDays", parameters.maxWaitDays, 0, LONGEST_WAIT, null));
        int limit = number("limit", parameters.limit, 1, MOST, DEFAULT_LIMIT);
        boolean facets = flag("facets", parameters.facets, true);
        if (!faults.isEmpty()) {
            throw new Problem(problem, faults.size() + " fault(s), each with its place.", faults);
        }
        return new Read(terms, limit, blank(parameters.cursor) ? null : parameters.cursor, facets, place, problem);
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

    private Map<Facet, List<String>> codes() {
        Map<Facet, List<String>> codes = new EnumMap<>(Facet.class);
        put(codes, Facet.CONCERN, parameters.concern, SearchTermsReader::lower);
        put(codes, Facet.CARE, parameters.care, SearchTermsReader::lower);
        put(codes, Facet.INSURANCE, parameters.insurance, SearchTermsReader::lower);
        put(codes, Facet.COST, parameters.cost, SearchTermsReader::lower);
        put(codes, Facet.MODE, parameters.mode, SearchTermsReader::lower);
        put(codes, Facet.LANGUAGE, parameters.language, SearchTermsReader::primaryLanguage);
        put(codes, Facet.GENDER, parameters.clinicianGender, SearchTermsReader::lower);
        put(codes, Facet.ACCESSIBILITY, parameters.accessibility, SearchTermsReader::lower);
        put(codes, Facet.SCHOOL, parameters.school, SearchTermsReader::lower);
        return codes;
    }

    private void put(Map<Facet, List<String>> codes, Facet facet, List<String> asked, UnaryOperator<String> read) {
        List<String> given = asked == null
                ? List.of()
                : asked.stream().filter(value -> !blank(value)).distinct().toList();
        if (given.isEmpty()) {
            return;
        }
        List<String> values = given.stream().map(read).toList();
        if (given.size() > MOST_CODES) {
            fault(facet.criterion(), "size", "At most 10 values.");
        } else if (!values.stream().allMatch(facet::knows)) {
            fault(facet.criterion(), lower(facet.name()), facet.allowed());
        } else {
            codes.put(facet, values);
        }
    }

    private Ages ages() {
        if (!blank(parameters.age) && !blank(parameters.grade)) {
            fault("grade", "age-and-grade", "An age or a grade, not both.");
        }
        if (!blank(parameters.grade)) {
            return grade(parameters.grade.strip().toUpperCase(Locale.ROOT));
        }
        BigDecimal age = decimal("age", parameters.age, OLDEST, "Years from 0 to 120, with a point for decimals.");
        return age == null ? null : Ages.of(age);
    }

    private Ages grade(String grade) {
        if (!Set.of("PK", "K").contains(grade) && !grade.matches("[1-9]|1[0-2]")) {
            fault("grade", "grade", "PK, K or 1 to 12.");
            return null;
        }
        return switch (grade) {
            case "PK" -> Ages.ofGrade(-1);
            case "K" -> Ages.ofGrade(0);
            default -> Ages.ofGrade(Integer.parseInt(grade));
        };
    }

    private OpenAt open() {
        if (blank(parameters.open)) {
            return null;
        }
        return OpenAt.read(parameters.open.strip()).orElseGet(() -> {
            fault("open", "open", "now, or a weekday and a span such as TU 15:00-18:00.");
            return null;
        });
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

    private String postalCode() {
        if (blank(parameters.postalCode)) {
            return null;
        }
        if (!blank(parameters.near)) {
            fault("postalCode", "two-places", "Either near or postalCode.");
        }
        String code = parameters.postalCode.strip().toUpperCase(Locale.ROOT);
        if (!code.matches("([A-Z]{2}:)?[A-Z0-9][A-Z0-9 -]{1,11}")) {
            fault("postalCode", "postal-code", "Letters and digits, such as 00410 or CA:K1A 0B1.");
        }
        return code;
    }

    private BigDecimal within() {
        BigDecimal within = decimal("within", parameters.within, FARTHEST, "Kilometres above 0, at most 20000.");
        if (within != null && blank(parameters.near) && blank(parameters.postalCode)) {
            fault("within", "no-place", "Say from where: near or postalCode.");
        }
        return within;
    }

    private BigDecimal decimal(String name, String value, BigDecimal most, String message) {
        if (blank(value)) {
            return null;
        }
        if (!value.matches("\\d{1,5}(\\.\\d{1,3})?") || new BigDecimal(value).compareTo(most) > 0) {
            fault(name, name, message);
            return null;
        }
        return new BigDecimal(value);
    }

    private Integer number(String name, String value, int least, int most, Integer otherwise) {
        if (blank(value)) {
            return otherwise;
        }
        if (!value.matches("\\d{1,4}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            fault(name, "number", "A whole number from " + least + " to " + most + ".");
            return otherwise;
        }
        return Integer.valueOf(value);
    }

    private boolean flag(String name, String value, boolean otherwise) {
        if (blank(value)) {
            return otherwise;
        }
        if (!value.equals("true") && !value.equals("false")) {
            fault(name, name, "true or false.");
        }
        return value.equals("true");
    }

    private void fault(String name, String code, String message) {
        faults.add(new Fault(place + name, code, message));
    }

    /** The code without its region; what is none becomes something that is refused. */
    private static String primaryLanguage(String value) {
        Matcher matcher = LANGUAGE.matcher(value);
        return matcher.matches() ? matcher.group(1) : "?";
    }

    private static String lower(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }
}
