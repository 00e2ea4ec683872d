package org.footbridge.directory.crisis;

import java.util.Locale;

/**
 * A postal code or the beginning of one.
 *
 * @param country two letters
 * @param code in capitals, without blanks
 */
record PostalPrefix(String country, String code) {
    private static final String HOME = "US";

    /** As people write it: {@code 00410}, {@code us: 00410} or {@code CA:K1A 0B1}. */
    static PostalPrefix of(String written) {
        String bare = written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        int colon = bare.indexOf(':');
        return colon < 0
                ? new PostalPrefix(HOME, bare)
                : new PostalPrefix(colon == 0 ? HOME : bare.substring(0, colon), bare.substring(colon + 1));
    }

    boolean begins(PostalPrefix other) {
        return country.equals(other.country) && other.code.startsWith(code);
    }
}
