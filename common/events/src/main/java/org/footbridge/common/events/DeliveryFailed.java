package org.footbridge.common.events;

import java.util.UUID;

/** A webhook could not be delivered in all its attempts. */
public record DeliveryFailed(UUID deliveryId, UUID endpointId, UUID eventId, String eventType, int attempts)
        implements EventPayload {}
