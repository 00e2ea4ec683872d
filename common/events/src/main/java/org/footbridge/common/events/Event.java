package org.footbridge.common.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An event before it is relayed, or after it was received: CloudEvents attributes and payload.
 *
 * @param id UUIDv7, the inbox key of every consumer and the {@code webhook-id} outside
 * @param subject the aggregate's id, which is the record key too
 * @param tenantId the district; {@code null} for the global directory
 * @param agencyId the agency that is a party; {@code null} where none is
 * @param sequence gapless per subject, from 1; 0 before the outbox has counted it
 * @param requestId the request that caused it, or {@code null}
 */
public record Event(
        UUID id,
        EventType type,
        UUID subject,
        Instant time,
        UUID tenantId,
        UUID agencyId,
        long sequence,
        String requestId,
        EventPayload data) {

    /** A new event of now; id and sequence are its own, the outbox counts the sequence. */
    public static Event of(
            EventType type, UUID subject, Instant time, UUID tenantId, UUID agencyId, EventPayload data) {
        if (!type.payload().isInstance(data)) {
            throw new IllegalArgumentException(
                    type.type() + " carries " + type.payload().getSimpleName());
        }
        return new Event(Ids.next(), type, subject, time, tenantId, agencyId, 0, null, data);
    }

    /** The payload as its own type. */
    public <T extends EventPayload> T data(Class<T> type) {
        return type.cast(data);
    }
}
