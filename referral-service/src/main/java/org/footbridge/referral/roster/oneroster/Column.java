package org.footbridge.referral.roster.oneroster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A column of a OneRoster file, as the committed table describes it.
 *
 * @param detail the file that a reference points at, or the vocabulary
 */
record Column(String file, String name, boolean required, Kind kind, String detail) {

    /** What a cell of the column may hold. */
    enum Kind {
        TEXT,
        ID,
        REF,
        REFS,
        BLANK,
        BOOLEAN,
        DATE,
        YEAR,
        LIST,
        ONE_OF,
        USER_IDS
    }

    static Column parse(String line) {
        String[] parts = line.split(",", -1);
        Kind kind = Kind.valueOf(parts[3].toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Column(parts[0], parts[1], parts[2].equals("required"), kind, parts[4]);
    }

    List<String> vocabulary() {
        return Arrays.asList(detail.split(" "));
    }

    boolean isReference() {
        return kind == Kind.REF || kind == Kind.REFS;
    }
}
