package org.footbridge.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.footbridge.common.events.Topic;

/** Reads topics from their beginning to where they end now. */
final class Bus {
    private Bus() {}

    static List<ConsumerRecord<String, byte[]>> everything(String broker) {
        return read(
                broker,
                Stream.of(Topic.values())
                        .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName()))
                        .toList());
    }

    static List<ConsumerRecord<String, byte[]>> read(String broker, List<String> topics) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", broker,
                "key.deserializer", StringDeserializer.class.getName(),
                "value.deserializer", ByteArrayDeserializer.class.getName());
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(config)) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(name -> consumer.partitionsFor(name).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
            }
        }
        return found;
    }

    /** Key, headers and body as one text, for searching. */
    static String text(ConsumerRecord<String, byte[]> record) {
        StringBuilder text = new StringBuilder(String.valueOf(record.key()));
        record.headers().forEach(header -> text.append(' ').append(utf8(header.value())));
        return text.append(' ')
                .append(record.value() == null ? "" : utf8(record.value()))
                .toString();
    }

    /** A header's text, {@code null} where it is missing. */
    static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : utf8(header.value());
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
