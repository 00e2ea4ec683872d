package org.footbridge.directory.search;

import java.util.Set;

/** The criteria that are sets of codes: values of one are joined by "or", and each is counted in the answer. */
enum Facet {
    CONCERN("concern", "concerns", null),
    CARE("care", "care", null),
    LANGUAGE("language", "languages", null),
    INSURANCE("insurance", "insurance", Set.of("medicaid", "chip", "private", "sliding", "none")),
    COST("cost", "cost", Set.of("free", "sliding", "fee")),
    MODE("mode", "modes", Set.of("in-person", "telehealth")),
    GENDER("clinicianGender", "genders", Set.of("female", "male", "nonbinary")),
    ACCESSIBILITY("accessibility", "accessibility", null),
    SCHOOL("school", "schools", null);

    private final String criterion;
    private final String column;
    private final Set<String> codes;

    Facet(String criterion, String column, Set<String> codes) {
        this.criterion = criterion;
        this.column = column;
        this.codes = codes;
    }

    /** Its name among the terms and in {@code matched} and {@code unknown}. */
    String criterion() {
        return criterion;
    }

    /** The column of {@code search_entries}. */
    String column() {
        return column;
    }

    /** True for a code that may be asked for; where any may, it only has to look like one. */
    boolean knows(String code) {
        return codes == null ? code.matches("[a-z0-9][a-z0-9-]{0,59}") : codes.contains(code);
    }

    /** What may be asked for, in words. */
    String allowed() {
        return codes == null
                ? "A code of small letters, digits and hyphens."
                : String.join(", ", codes.stream().sorted().toList()) + ".";
    }

    /** Which schools a service serves is no set of buttons to choose from. */
    boolean isCounted() {
        return this != SCHOOL;
    }
}
