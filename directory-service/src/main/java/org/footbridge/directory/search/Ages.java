package org.footbridge.directory.search;

import java.math.BigDecimal;

/** The ages that are looked for, in years: one age, or those of a school grade. */
record Ages(BigDecimal from, BigDecimal below) {
    private static final int AGE_OF_KINDERGARTEN = 5;

    static Ages of(BigDecimal age) {
        return new Ages(age, null);
    }

    /** Young people in a grade are of two ages; kindergarten is grade 0. */
    static Ages ofGrade(int grade) {
        BigDecimal youngest = BigDecimal.valueOf(grade + AGE_OF_KINDERGARTEN);
        return new Ages(youngest, youngest.add(BigDecimal.TWO));
    }

    /** As a PostgreSQL numrange. */
    String sql() {
        return below == null
                ? "[" + from.toPlainString() + "," + from.toPlainString() + "]"
                : "[" + from.toPlainString() + "," + below.toPlainString() + ")";
    }
}
