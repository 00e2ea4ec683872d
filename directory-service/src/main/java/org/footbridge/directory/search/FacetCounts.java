package org.footbridge.directory.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many services fit, and how many of them have which code. */
record FacetCounts(long total, List<Group> groups) {
    /** Some feeds tell a whole sentence where HSDS asks for a word or two. It is found as text, but nobody chooses by it. */
    private static final int LONGEST = 60;

    /** One group of codes. */
    @Schema(
            name = "ServiceFacet",
            description =
                    "A criterion and how many services each of its values would find, all other criteria as asked.")
    public record Group(
            @Schema(required = true, maxLength = 40, examples = "language")
            String criterion,

            @Schema(required = true, maxItems = 200) List<Value> values) {}

    /** One code. */
    @Schema(name = "ServiceFacetValue")
    public record Value(
            @Schema(required = true, maxLength = LONGEST, examples = "es")
            String code,

            @Schema(required = true, minimum = "0", examples = "12")
            long count) {}

    /** Of the rows of {@link FacetSql}. */
    static FacetCounts of(List<Object[]> rows) {
        long total = 0;
        Map<String, List<Value>> groups = new LinkedHashMap<>();
        for (Object[] row : rows) {
            long count = ((Number) row[2]).longValue();
            if (FacetSql.TOTAL.equals(row[0])) {
                total = count;
            } else if (((String) row[1]).length() <= LONGEST) {
                groups.computeIfAbsent((String) row[0], name -> new ArrayList<>())
                        .add(new Value((String) row[1], count));
            }
        }
        return new FacetCounts(
                total,
                groups.entrySet().stream()
                        .map(group -> new Group(group.getKey(), group.getValue()))
                        .toList());
    }
}
