package org.footbridge.directory.search;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is looked for. Groups are joined by "and", the values inside one by "or".
 *
 * @param text free text, {@code null} for none
 * @param age years, decimals allowed; {@code null} for any
 * @param languages primary subtags, empty for any
 * @param insurance codes of our profile, empty for any
 * @param roomOnly leave out what is known to be full
 * @param near where distances are measured from, {@code null} for nowhere
 */
record SearchTerms(
        String text, BigDecimal age, List<String> languages, List<String> insurance, boolean roomOnly, Point near) {

    /** What a cursor is bound to: it works for the terms that made it and for no others. */
    String identity() {
        return "directory-search " + this;
    }

    /** A family without insurance is served where nothing is charged and where the fee follows the income. */
    List<String> acceptedInsurance() {
        return insurance.contains("none") ? List.of("none", "sliding") : insurance;
    }
}
