package org.footbridge.common.events;

import java.util.UUID;

/** A webhook endpoint receives nothing more until somebody enables it. {@code reason} is a code such as GONE or FAILING. */
public record EndpointDisabled(UUID endpointId, String reason) implements EventPayload {}
