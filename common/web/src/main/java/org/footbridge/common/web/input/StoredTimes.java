package org.footbridge.common.web.input;

import java.time.Instant;

/** Which times may be stored and compared: {@link Instant} goes from year -1000000000 to 1000000000, a database does not. */
public final class StoredTimes {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant BEHIND_THE_LAST = Instant.parse("9999-12-31T00:00:00Z");

    private StoredTimes() {}

    /** Whether it lies in one of the years 1 to 9999, as RFC 3339 writes them, in whatever zone. */
    public static boolean holds(Instant time) {
        return !time.isBefore(FIRST) && time.isBefore(BEHIND_THE_LAST);
    }
}
