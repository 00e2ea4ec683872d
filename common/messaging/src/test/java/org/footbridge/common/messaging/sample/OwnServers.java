package org.footbridge.common.messaging.sample;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.footbridge.common.events.Topic;
import org.footbridge.common.testsupport.KafkaServer;
import org.footbridge.common.testsupport.PostgresServer;
import org.footbridge.common.testsupport.Provisioning;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.Topics;

/** PostgreSQL and Kafka of this module's own, because its tests kill them. */
public class OwnServers implements QuarkusTestResourceLifecycleManager {
    private static final String SUFFIX = "-sample";

    private final PostgresServer postgres = PostgresServer.builder().build();
    private final KafkaServer kafka = KafkaServer.builder().build();
    private final Provisioning provisioning = new Provisioning("sample", "sample", "owner", "p@ss:word", List.of());

    @Override
    public Map<String, String> start() {
        postgres.start();
        kafka.start();
        provisioning.apply(postgres.superuser());
        Topics.create(kafka.address(), topics(), 3);
        return Map.of(
                "footbridge.database.address", postgres.address(),
                "footbridge.database.owner.password", provisioning.ownerPassword(),
                "footbridge.database.app.password", provisioning.appPassword(),
                "kafka.bootstrap.servers", kafka.address(),
                "footbridge.bus.topic-suffix", SUFFIX);
    }

    private static List<String> topics() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName()))
                .map(name -> name + SUFFIX)
                .toList();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(postgres, new TestInjector.MatchesType(PostgresServer.class));
        injector.injectIntoFields(kafka, new TestInjector.MatchesType(KafkaServer.class));
        injector.injectIntoFields(
                new TestDatabase(postgres.address(), provisioning, postgres.superuser()),
                new TestInjector.MatchesType(TestDatabase.class));
    }

    @Override
    public void stop() {
        kafka.close();
        postgres.close();
    }
}
