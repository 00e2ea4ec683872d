package org.footbridge.common.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody left a concern at a school. Nothing of it: it becomes a referral once a coordinator has looked at it, or goes.
 *
 * @param id the concern; random, so that it tells no time
 * @param leftAt cut to the minute
 */
public record ConcernLeft(UUID id, UUID schoolId, Instant leftAt) implements EventPayload {}
