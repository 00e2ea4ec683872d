package org.footbridge.common.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.footbridge.common.events.Topic;

/**
 * Gives a {@code @QuarkusTest} the real PostgreSQL and Kafka of the build, with a database and topics of its own, and
 * the configuration that points there. One annotation in a module's tests serves all of them:
 *
 * <pre>{@code
 * @QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "referral"))
 * }</pre>
 *
 * <p>Arguments: {@code service} (required) and {@code extensions}, a comma-separated list of PostgreSQL extensions that
 * only a superuser may create. An application that a test profile restarts finds its data again.
 */
public class ServiceTestResource implements QuarkusTestResourceLifecycleManager {

    private static final int PARTITIONS = 3;

    private String service;
    private List<String> extensions = List.of();
    private TestDatabase database;

    @Override
    public void init(Map<String, String> arguments) {
        service = Optional.ofNullable(arguments.get("service"))
                .orElseThrow(() -> new IllegalArgumentException("ServiceTestResource needs the argument `service`"));
        extensions = Optional.ofNullable(arguments.get("extensions")).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .toList();
    }

    @Override
    public Map<String, String> start() {
        SharedServers servers = SharedServers.get();
        String instance = instanceOfThisJvm();
        String suffix = "-" + instance;
        String name = service + "_" + instance;
        Provisioning provisioning = new Provisioning(name, name, "owner-" + instance, "app-" + instance, extensions);
        provisioning.apply(servers.superuser());
        Topics.create(servers.kafka(), topics(suffix), PARTITIONS);
        database = new TestDatabase(servers.superuser().address(), provisioning, servers.superuser());
        return configuration(provisioning, servers, suffix);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(database, new TestInjector.MatchesType(TestDatabase.class));
    }

    @Override
    public void stop() {
        // the servers end with the build and take the data with them
    }

    private static Map<String, String> configuration(
            Provisioning provisioning, SharedServers servers, String topicSuffix) {
        return Map.ofEntries(
                Map.entry("footbridge.database.address", servers.superuser().address()),
                Map.entry("footbridge.database.name", provisioning.database()),
                Map.entry("footbridge.database.owner.username", provisioning.owner()),
                Map.entry("footbridge.database.owner.password", provisioning.ownerPassword()),
                Map.entry("footbridge.database.app.username", provisioning.app()),
                Map.entry("footbridge.database.app.password", provisioning.appPassword()),
                Map.entry("kafka.bootstrap.servers", servers.kafka()),
                Map.entry("footbridge.bus.topic-suffix", topicSuffix),
                Map.entry("footbridge.cursor.key", key("cursor")),
                Map.entry("footbridge.secrets.key-id", "k1"),
                Map.entry("footbridge.secrets.keys.k1", key("secrets")),
                Map.entry("quarkus.http.test-port", "0"));
    }

    private static List<String> topics(String suffix) {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName()))
                .map(name -> name + suffix)
                .toList();
    }

    /** A system property, because a restart of the application loads this class anew. */
    private String instanceOfThisJvm() {
        String property = "footbridge.test.instance." + service;
        String known = System.getProperty(property);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        String instance = HexFormat.of().formatHex(random);
        System.setProperty(property, instance);
        return instance;
    }

    /** The same in every run, so that a failing test fails again. */
    private static String key(String purpose) {
        byte[] key = Arrays.copyOf(purpose.getBytes(StandardCharsets.US_ASCII), 32);
        return Base64.getEncoder().encodeToString(key);
    }
}
