package org.footbridge.directory;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.footbridge.common.events.EventJson;
import org.footbridge.common.events.EventPayload;
import org.footbridge.common.events.EventType;
import org.footbridge.common.events.Ids;

/** Puts events on the real bus as their producers would. */
@Singleton
public class Bus {
    private final KafkaProducer<String, byte[]> producer;
    private final String suffix;

    Bus(
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers,
            @ConfigProperty(name = "footbridge.bus.topic-suffix") String suffix) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
        this.suffix = suffix;
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    public void publish(EventType type, UUID tenant, UUID subject, long sequence, EventPayload data) {
        publish(Ids.next(), type, tenant, subject, sequence, EventJson.write(data));
    }

    /** Returns when the broker has it. */
    public void publish(UUID id, EventType type, UUID tenant, UUID subject, long sequence, String data) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                type.topic().topicName() + suffix, subject.toString(), data.getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id);
        header(record, "ce_type", type.type());
        header(record, "ce_source", type.topic().source());
        header(record, "ce_subject", subject);
        header(record, "ce_time", "2026-11-20T15:00:00Z");
        header(record, "ce_tenantid", tenant);
        header(record, "ce_sequence", sequence);
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, Object value) {
        record.headers().add(name, value.toString().getBytes(StandardCharsets.UTF_8));
    }
}
