package org.footbridge.directory.importing;

import java.math.BigDecimal;

/**
 * The ages a service is for, as a half-open range of years.
 *
 * <p>"Up to 18" means until the nineteenth birthday, so a whole maximum includes its year; "up to 1.5" means eighteen months exactly.
 */
record AgeRange(BigDecimal from, BigDecimal below) {

    /** {@code null} when neither bound is known, which is not the same as "all ages". */
    static AgeRange of(BigDecimal minimum, BigDecimal maximum) {
        if (minimum == null && maximum == null) {
            return null;
        }
        return new AgeRange(minimum, maximum == null ? null : firstAgeAfter(maximum));
    }

    private static BigDecimal firstAgeAfter(BigDecimal maximum) {
        boolean whole = maximum.stripTrailingZeros().scale() <= 0;
        return maximum.add(whole ? BigDecimal.ONE : new BigDecimal("0.001"));
    }

    /** As PostgreSQL writes a {@code numrange}. */
    String sql() {
        return "[" + text(from) + "," + text(below) + ")";
    }

    boolean contains(BigDecimal age) {
        return (from == null || age.compareTo(from) >= 0) && (below == null || age.compareTo(below) < 0);
    }

    private static String text(BigDecimal bound) {
        return bound == null ? "" : bound.toPlainString();
    }
}
