package org.footbridge.referral.directory;

import java.util.UUID;

/** An organization of the directory. */
public record Provider(UUID id, String name, boolean active, String kind) {
    private static final String SCHOOL = "school";

    /** Whether it is a school's own team (decision 3). */
    public boolean isSchool() {
        return SCHOOL.equals(kind);
    }
}
