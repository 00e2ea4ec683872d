package org.footbridge.common.events;

import java.util.UUID;

/** A family asked a service for contact by itself, without a school. What it told stays in the directory. */
public record ContactRequested(UUID contactRequestId, UUID serviceId) implements EventPayload {}
