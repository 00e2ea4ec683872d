package org.footbridge.common.events;

import java.util.List;
import java.util.UUID;

/** What a member of staff may do where, as a whole: the list replaces what was known. Names stay at home. */
public record StaffChanged(UUID personId, boolean active, List<Assignment> assignments) implements EventPayload {

    /**
     * A role ({@code educator}, {@code counselor}, {@code coordinator}, {@code district_admin}).
     *
     * @param schoolId where it holds; {@code null} means the whole district
     */
    public record Assignment(String role, UUID schoolId) {}
}
