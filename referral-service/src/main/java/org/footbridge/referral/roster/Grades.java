package org.footbridge.referral.roster;

import java.util.List;

/** Grades as they leave a query: joined, because Hibernate Reactive cannot read an array of an unmapped query. */
public final class Grades {
    private Grades() {}

    /** The grades of a text with commas; none of an empty one. */
    public static List<String> of(String joined) {
        return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
