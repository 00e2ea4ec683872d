package org.footbridge.common.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {

    private static final String TOPIC = "footbridge.referral.v1";

    @TempDir
    Path directory;

    @Test
    void shouldKeepRecordsAcrossACrashAndAnOrderlyRestart() throws Exception {
        // Given
        KafkaServer server =
                KafkaServer.builder().dataDirectory(directory.resolve("kafka")).build();
        try (server) {
            server.start();
            Topics.create(server.address(), List.of(TOPIC), 1);
            Topics.create(server.address(), List.of(TOPIC, TOPIC + ".dlq"), 1);
            send(server, TOPIC, "before the crash");

            // When
            server.kill();
            assertThat(server.isAlive()).isFalse();
            assertThat(server.isHealthy()).isFalse();
            server.start();
            send(server, TOPIC, "after the crash");
            server.close();
            server.start();

            // Then
            assertThat(values(server)).containsExactly("before the crash", "after the crash");
            assertThatThrownBy(() -> send(server, "footbridge.unknown.v1", "x")).isInstanceOf(ExecutionException.class);
        }
        assertThat(server.isAlive()).isFalse();
    }

    private static void send(KafkaServer server, String topic, String value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", server.address(), "acks", "all", "max.block.ms", 5_000);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get(20, TimeUnit.SECONDS);
        }
    }

    private static List<String> values(KafkaServer server) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", server.address(), "auto.offset.reset", "earliest", "max.poll.records", 10);
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> found = new ArrayList<>();
            while (consumer.position(partition)
                    < consumer.endOffsets(List.of(partition)).get(partition)) {
                consumer.poll(Duration.ofSeconds(5))
                        .forEach((ConsumerRecord<String, String> record) -> found.add(record.value()));
            }
            return found;
        }
    }
}
