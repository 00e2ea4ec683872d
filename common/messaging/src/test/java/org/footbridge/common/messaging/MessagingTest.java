package org.footbridge.common.messaging;

import static io.quarkus.vertx.VertxContextSupport.subscribeAndAwait;

import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.footbridge.common.messaging.sample.OwnServers;
import org.footbridge.common.messaging.sample.SampleService;
import org.footbridge.common.messaging.sample.TopicReader;
import org.footbridge.common.testsupport.KafkaServer;
import org.footbridge.common.testsupport.PostgresServer;
import org.footbridge.common.testsupport.TestDatabase;

/** What the tests of this module share: the sample application on servers of its own. */
@QuarkusTestResource(OwnServers.class)
public abstract class MessagingTest {
    protected static final String TOPIC = "footbridge.roster.v1-sample";
    protected static final String DEAD_LETTERS = "footbridge.roster.v1.dlq-sample";

    protected PostgresServer postgres;
    protected KafkaServer kafka;
    protected TestDatabase database;

    @Inject
    protected SampleService service;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    protected String brokers;

    protected void rename(UUID school, String name) throws Throwable {
        subscribeAndAwait(() -> service.rename(school, name));
    }

    /** Puts records on the topic, past the outbox. */
    @SafeVarargs
    protected final void send(ProducerRecord<String, byte[]>... records) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers, "acks", "all");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> record : records) {
                producer.send(record).get();
            }
        }
    }

    protected List<ConsumerRecord<String, byte[]>> onTopic(UUID subject) {
        return TopicReader.read(brokers, TOPIC, subject);
    }

    protected List<ConsumerRecord<String, byte[]>> deadLetters(UUID subject) {
        return TopicReader.read(brokers, DEAD_LETTERS, subject);
    }

    /** The sequences that took effect, in their order. */
    protected List<Long> effects(UUID subject) throws SQLException {
        return longs("select sequence from effect where subject = ? order by number", subject);
    }

    protected long waiting(UUID subject) throws SQLException {
        return longs("select count(*) from outbox where subject = ?", subject).getFirst();
    }

    protected List<Long> longs(String query, Object... parameters) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<Long> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getLong(1));
                }
            }
            return values;
        }
    }
}
