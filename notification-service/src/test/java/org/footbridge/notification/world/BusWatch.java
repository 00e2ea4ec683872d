package org.footbridge.notification.world;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads a topic from its beginning, as any other service could. */
public final class BusWatch implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    private BusWatch(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    public static BusWatch of(String topic) {
        var config = ConfigProvider.getConfig();
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        config.getValue("kafka.bootstrap.servers", String.class),
                        "group.id",
                        "watch-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic + config.getValue("footbridge.bus.topic-suffix", String.class)));
        return new BusWatch(consumer);
    }

    /** All records with the key, each as its type (or dead-letter reason) and its value. */
    public List<String> of(UUID key) {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
        return seen.stream()
                .filter(record -> key.toString().equals(record.key()))
                .map(record -> header(record, "dead-letter-reason") + header(record, "ce_type") + " "
                        + new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
