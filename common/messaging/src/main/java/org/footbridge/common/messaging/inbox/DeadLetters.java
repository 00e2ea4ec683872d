package org.footbridge.common.messaging.inbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.footbridge.common.messaging.outbox.OutboxChannel;
import org.footbridge.common.messaging.outbox.RelayConfig;

/**
 * Puts a record that can never be processed beside its topic, with a reason of our own: database messages and SQL would leak
 * what the payload must not hold.
 */
@ApplicationScoped
public class DeadLetters {
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    private final KafkaClientService kafka;
    private final RelayConfig config;

    public DeadLetters(KafkaClientService kafka, RelayConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    /** Completes when the broker has the dead letter, and not before: without it the record would be lost. */
    Uni<Void> bury(String consumer, ConsumerRecord<String, byte[]> record, String reason) {
        KafkaProducer<String, byte[]> producer = kafka.getProducer(OutboxChannel.NAME);
        return producer.send(letter(consumer, record, reason))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely()
                .replaceWithVoid();
    }

    private ProducerRecord<String, byte[]> letter(
            String consumer, ConsumerRecord<String, byte[]> record, String reason) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(deadLetterTopic(record.topic()), record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        header(letter, "dead-letter-reason", reason);
        header(letter, "dead-letter-consumer", consumer);
        header(letter, "dead-letter-topic", record.topic());
        header(letter, "dead-letter-partition", Integer.toString(record.partition()));
        header(letter, "dead-letter-offset", Long.toString(record.offset()));
        return letter;
    }

    private String deadLetterTopic(String topic) {
        String suffix = config.topicSuffix();
        return topic.substring(0, topic.length() - suffix.length()) + ".dlq" + suffix;
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
