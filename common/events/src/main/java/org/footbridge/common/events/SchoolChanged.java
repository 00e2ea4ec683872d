package org.footbridge.common.events;

import java.util.UUID;

/** A school appeared in the roster, was renamed or left it ({@code active} false). */
public record SchoolChanged(UUID schoolId, String name, boolean active) implements EventPayload {}
