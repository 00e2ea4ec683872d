package org.footbridge.directory.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What is looked for. Groups are joined by "and", the values inside one by "or".
 *
 * @param text free text, {@code null} for none
 * @param codes the codes asked for by group; a group that is absent is of any value
 * @param ages {@code null} for any
 * @param near where distances are measured from, {@code null} for nowhere or for the middle of the postal code
 * @param postalCode whose middle distances are measured from, {@code null} for none
 * @param within kilometres, {@code null} for any distance
 * @param open when it should be open, {@code null} for any time
 * @param roomOnly leave out what is known to be full or to have a waiting list
 * @param acceptingOnly leave out what is known to accept nobody
 * @param maxWaitDays {@code null} for any
 */
record SearchTerms(
        String text,
        Map<Facet, List<String>> codes,
        Ages ages,
        Point near,
        String postalCode,
        BigDecimal within,
        OpenAt open,
        boolean roomOnly,
        boolean acceptingOnly,
        Integer maxWaitDays) {

    /** What a cursor is bound to: it works for the terms that made it and for no others. */
    String identity() {
        return "directory-search " + this;
    }

    /** The codes that satisfy a group: a family without insurance is served free of charge and where the fee follows the income. */
    List<String> accepted(Facet facet) {
        List<String> asked = codes.getOrDefault(facet, List.of());
        return facet == Facet.INSURANCE && asked.contains("none") ? List.of("none", "sliding") : asked;
    }

    /** True where a visit by video or telephone would do, so that no distance is too far. */
    boolean reachableFromAfar() {
        List<String> modes = codes.getOrDefault(Facet.MODE, List.of());
        return modes.isEmpty() || modes.contains("telehealth");
    }

    /** The same terms, measured from here. */
    SearchTerms from(Point middle) {
        return new SearchTerms(
                text, codes, ages, middle, postalCode, within, open, roomOnly, acceptingOnly, maxWaitDays);
    }
}
