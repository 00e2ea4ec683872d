package org.footbridge.referral;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** The real broker, seen from outside of the service. */
public final class Bus {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Bus() {}

    /** An event as it was relayed. */
    public record Relayed(String type, long sequence, String tenant, String agency, String data) {}

    /** The events of a subject in their order, once the last of them has arrived. */
    public static List<Relayed> eventsOf(String topic, UUID subject, int count) {
        List<Relayed> seen = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer(topic)) {
            Awaitility.await("the events of " + subject).atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (subject.toString().equals(record.key())) {
                        seen.add(relayed(record));
                    }
                });
                return seen.size() >= count;
            });
        }
        return seen;
    }

    /** Sends a record as it stands. */
    public static void send(String topic, UUID key, Map<String, String> headers, String body) {
        Map<String, Object> settings = Map.of("bootstrap.servers", setting("kafka.bootstrap.servers"));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(named(topic), key.toString(), body.getBytes(StandardCharsets.UTF_8));
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record);
            producer.flush();
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", setting("kafka.bootstrap.servers"));
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(named(topic)).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static Relayed relayed(ConsumerRecord<String, byte[]> record) {
        return new Relayed(
                header(record, "ce_type"),
                Long.parseLong(header(record, "ce_sequence")),
                header(record, "ce_tenantid"),
                header(record, "ce_agencyid"),
                new String(record.value(), StandardCharsets.UTF_8));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String named(String topic) {
        return topic + setting("footbridge.bus.topic-suffix");
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
