package org.footbridge.common.messaging.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventJson;
import org.footbridge.common.events.EventType;

/** Reads a CloudEvent in binary mode (CloudEvents Kafka binding 1.0.2) from a record. */
final class CloudEventRecords {
    private CloudEventRecords() {}

    /** Empty for a type that this version does not know. */
    static Optional<Event> read(ConsumerRecord<String, byte[]> record) throws PoisonRecordException {
        if (!"1.0".equals(text(record, "ce_specversion"))) {
            throw new PoisonRecordException("not-a-cloudevent");
        }
        String type = text(record, "ce_type");
        if (type == null || text(record, "ce_id") == null || record.value() == null) {
            throw new PoisonRecordException("attribute-missing");
        }
        Optional<EventType> known = EventType.of(type);
        return known.isEmpty() ? Optional.empty() : Optional.of(event(record, known.get()));
    }

    private static Event event(ConsumerRecord<String, byte[]> record, EventType type) throws PoisonRecordException {
        try {
            String sequence = text(record, "ce_sequence");
            return new Event(
                    UUID.fromString(text(record, "ce_id")),
                    type,
                    uuid(record, "ce_subject"),
                    Instant.parse(text(record, "ce_time")),
                    uuid(record, "ce_tenantid"),
                    uuid(record, "ce_agencyid"),
                    sequence == null ? 0 : Long.parseLong(sequence),
                    text(record, "ce_requestid"),
                    EventJson.read(record.value(), type.payload()));
        } catch (IllegalArgumentException | DateTimeParseException | NullPointerException e) {
            throw new PoisonRecordException("attribute-unreadable");
        } catch (IOException e) {
            throw new PoisonRecordException("payload-unreadable");
        }
    }

    /** The W3C trace context that the event carries, or {@code null}. */
    static String traceparent(ConsumerRecord<String, byte[]> record) {
        String extension = text(record, "ce_traceparent");
        return extension != null ? extension : text(record, "traceparent");
    }

    private static UUID uuid(ConsumerRecord<String, byte[]> record, String name) {
        String value = text(record, name);
        return value == null ? null : UUID.fromString(value);
    }

    private static String text(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
