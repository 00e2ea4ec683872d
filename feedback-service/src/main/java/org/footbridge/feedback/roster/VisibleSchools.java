package org.footbridge.feedback.roster;

import java.util.Set;
import java.util.UUID;

/** The schools whose figures a caller may see. */
public record VisibleSchools(boolean wholeDistrict, Set<UUID> schools) {

    public static final VisibleSchools ALL = new VisibleSchools(true, Set.of());

    public VisibleSchools {
        schools = Set.copyOf(schools);
    }

    public boolean isNone() {
        return !wholeDistrict && schools.isEmpty();
    }
}
