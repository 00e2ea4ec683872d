package org.footbridge.common.messaging.sample;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.footbridge.common.events.EventJson;
import org.footbridge.common.events.Ids;
import org.footbridge.common.events.SchoolChanged;

/** Records as a relay sends them, for tests that spoil them. */
public final class SampleRecords {
    private SampleRecords() {}

    public static ProducerRecord<String, byte[]> renamed(String topic, UUID school, long sequence, String name) {
        return header(
                withoutEnvelope(topic, school, sequence, EventJson.write(new SchoolChanged(school, name, true))),
                "ce_specversion",
                "1.0");
    }

    /** No CloudEvent: the version is missing. */
    public static ProducerRecord<String, byte[]> withoutEnvelope(
            String topic, UUID school, long sequence, String data) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, school.toString(), data.getBytes(StandardCharsets.UTF_8));
        header(record, "ce_id", Ids.next().toString());
        header(record, "ce_type", "org.footbridge.roster.school_changed.v1");
        header(record, "ce_source", "/referral-service");
        header(record, "ce_subject", school.toString());
        header(record, "ce_time", "2026-11-20T15:00:00Z");
        header(record, "ce_tenantid", SampleService.TENANT.toString());
        header(record, "ce_sequence", Long.toString(sequence));
        return header(record, "content-type", "application/json");
    }

    /** Sets a header, in place of one of that name. */
    public static ProducerRecord<String, byte[]> header(
            ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
