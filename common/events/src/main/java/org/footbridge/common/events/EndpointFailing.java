package org.footbridge.common.events;

import java.time.Instant;
import java.util.UUID;

/** A webhook endpoint has taken nothing for long, and is disabled at {@code disabledAt} if that goes on. */
public record EndpointFailing(UUID endpointId, Instant failingSince, Instant disabledAt) implements EventPayload {}
