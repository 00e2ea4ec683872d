package org.footbridge.notification.world;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.footbridge.common.events.Event;
import org.footbridge.common.events.EventJson;
import org.footbridge.common.events.Topic;

/** Puts events on the real broker, exactly as referral-service's relay does. */
public final class ReferralBus implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    private ReferralBus(KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    public static ReferralBus open() {
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        return new ReferralBus(new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer()));
    }

    public static String topic() {
        return named(Topic.REFERRAL);
    }

    private static String named(Topic topic) {
        return topic.topicName() + ConfigProvider.getConfig().getValue("footbridge.bus.topic-suffix", String.class);
    }

    /** On the topic that events of the type are on. */
    public void publish(Event event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                named(event.type().topic()),
                event.subject().toString(),
                EventJson.write(event.data()).getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", event.id());
        header(record, "ce_type", event.type().type());
        header(record, "ce_source", event.type().topic().source());
        header(record, "ce_subject", event.subject());
        header(record, "ce_time", event.time());
        header(record, "ce_tenantid", event.tenantId());
        header(record, "ce_agencyid", event.agencyId());
        header(record, "ce_sequence", event.sequence());
        header(record, "ce_requestid", event.requestId());
        header(record, "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        header(record, "content-type", "application/json");
        send(record);
    }

    /** A record that is no event of ours. */
    public void publishPoison(String key) {
        publishPoison(Topic.REFERRAL, key);
    }

    /** As above, on another topic. */
    public void publishPoison(Topic on, String key) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(named(on), key, "{\"not\":\"ours\"".getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", key);
        header(record, "ce_type", "org.footbridge.referral.sent.v1");
        header(record, "ce_subject", key);
        header(record, "ce_time", "2026-11-02T15:00:00Z");
        send(record);
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new AssertionError("the broker refused a record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, Object value) {
        if (value != null) {
            record.headers().add(name, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
