package org.footbridge.feedback.kpi;

import java.util.Arrays;
import java.util.Optional;

/** What figures may be grouped by: one dimension at a time, because crossing them makes groups of one. */
enum GroupBy {
    SCHOOL("school", "f.school_id"),
    HOME_LANGUAGE("homeLanguage", "coalesce(f.home_language, 'unknown')"),
    GRADE_BAND("gradeBand", "coalesce(f.grade_band, 'unknown')"),
    URGENCY("urgency", "f.urgency");

    private final String parameter;
    private final String column;

    GroupBy(String parameter, String column) {
        this.parameter = parameter;
        this.column = column;
    }

    static Optional<GroupBy> of(String parameter) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.parameter.equals(parameter))
                .findFirst();
    }

    String parameter() {
        return parameter;
    }

    String column() {
        return column;
    }
}
