package org.footbridge.common.messaging.outbox;

import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.footbridge.common.events.Topic;

/** A committed event that waits in the outbox. */
record PendingEvent(
        long position,
        UUID id,
        String topic,
        UUID subject,
        String type,
        Instant time,
        UUID tenantId,
        UUID agencyId,
        long sequence,
        String requestId,
        String traceparent,
        String data) {
    static final String COLUMNS = "position, id, topic, subject, type, occurred_at, tenant_id, agency_id, sequence,"
            + " request_id, traceparent, data";

    static PendingEvent of(Row row) {
        return new PendingEvent(
                row.getLong("position"),
                row.getUUID("id"),
                row.getString("topic"),
                row.getUUID("subject"),
                row.getString("type"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getUUID("tenant_id"),
                row.getUUID("agency_id"),
                row.getLong("sequence"),
                row.getString("request_id"),
                row.getString("traceparent"),
                row.getString("data"));
    }

    /** The record of the CloudEvents 1.0 Kafka binding in binary mode; the key is the aggregate's id. */
    ProducerRecord<String, byte[]> toRecord(String topicSuffix) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic + topicSuffix, subject.toString(), data.getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id);
        header(record, "ce_type", type);
        header(record, "ce_source", source());
        header(record, "ce_subject", subject);
        header(record, "ce_time", time);
        header(record, "ce_tenantid", tenantId);
        header(record, "ce_agencyid", agencyId);
        header(record, "ce_sequence", sequence);
        header(record, "ce_requestid", requestId);
        // the extension for readers of CloudEvents, the plain header for tracing that knows of Kafka only
        header(record, "ce_traceparent", traceparent);
        header(record, "traceparent", traceparent);
        header(record, "content-type", "application/json");
        return record;
    }

    private String source() {
        return Topic.of(topic)
                .orElseThrow(() -> new IllegalStateException("outbox holds an event for an unknown topic: " + topic))
                .source();
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, Object value) {
        if (value != null) {
            record.headers().add(name, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
