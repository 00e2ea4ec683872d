package org.footbridge.common.web.problem;

import java.util.Locale;

/** Turns the constant of a problem enum into its slug: {@code WRONG_STATE} is {@code wrong-state}. */
public final class Slugs {
    private Slugs() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
