package org.footbridge.common.messaging.inbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.footbridge.common.messaging.outbox.OutboxChannel;
import org.jboss.logging.Logger;

/**
 * Puts a record that can never be processed beside its topic, with a reason of our own: database messages and SQL would leak
 * what the payload must not hold.
 */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final KafkaClientService kafka;

    public DeadLetters(KafkaClientService kafka) {
        this.kafka = kafka;
    }

    Uni<Void> bury(String consumer, ConsumerRecord<String, byte[]> record, Throwable cause) {
        LOG.errorf(cause, "%s cannot process %s-%d@%d", consumer, record.topic(), record.partition(), record.offset());
        return bury(consumer, record, "effect-failed");
    }

    /** Completes when the broker has the dead letter. */
    Uni<Void> bury(String consumer, ConsumerRecord<String, byte[]> record, String reason) {
        LOG.errorf(
                "dead letter of %s: %s at %s-%d@%d",
                consumer, reason, record.topic(), record.partition(), record.offset());
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(deadLetterTopic(record.topic()), record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        header(letter, "dead-letter-reason", reason);
        header(letter, "dead-letter-consumer", consumer);
        header(letter, "dead-letter-topic", record.topic());
        header(letter, "dead-letter-partition", Integer.toString(record.partition()));
        header(letter, "dead-letter-offset", Long.toString(record.offset()));
        KafkaProducer<String, byte[]> producer = kafka.getProducer(OutboxChannel.NAME);
        return producer.send(letter).replaceWithVoid();
    }

    private static String deadLetterTopic(String topic) {
        return topic + ".dlq";
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
