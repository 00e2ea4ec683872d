package org.footbridge.common.events;

import java.util.List;
import java.util.UUID;

/**
 * Whom a school calls in a crisis has changed. Who is meant is asked for by {@code schoolId}; names and addresses stay at home.
 *
 * @param people the staff of the chain in its order, the last responder at its end; lines outside of the school are left out
 */
public record OnCallChanged(UUID schoolId, List<UUID> people) implements EventPayload {}
