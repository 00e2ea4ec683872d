package org.footbridge.common.events;

import java.util.UUID;

/** An account of the identity provider was seen for the first time and belongs to this person of the roster (decision 10). */
public record AccountLinked(UUID personId, String issuer, String subject) implements EventPayload {}
