package org.footbridge.common.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.footbridge.common.events.Topic;

/**
 * Gives a {@code @QuarkusTest} the real PostgreSQL and Kafka of the build, with a database and topics of its own, a
 * {@link TokenFactory} as issuer, and the configuration that points there. One annotation in a module's tests serves all of them:
 *
 * <pre>{@code
 * @QuarkusTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "referral"))
 * }</pre>
 *
 * <p>Arguments: {@code service} (required); {@code extensions}, a comma-separated list of PostgreSQL extensions that only
 * a superuser may create; {@code openapi} = {@code validate} puts {@link OpenApiResponses} into every REST Assured call. An application that a test profile restarts finds its data again.
 */
public class ServiceTestResource implements QuarkusTestResourceLifecycleManager {

    private static final int PARTITIONS = 3;

    private String service;
    private List<String> extensions = List.of();
    private boolean validateResponses;
    private TestDatabase database;
    private TokenFactory tokens;
    private DemoTokens demo;

    @Override
    public void init(Map<String, String> arguments) {
        service = Optional.ofNullable(arguments.get("service"))
                .orElseThrow(() -> new IllegalArgumentException("ServiceTestResource needs the argument `service`"));
        extensions = Optional.ofNullable(arguments.get("extensions")).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .toList();
        validateResponses = "validate".equals(arguments.get("openapi"));
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
        tokens = TokenFactory.start();
        demo = new DemoTokens(tokens);
        Map<String, String> configuration = new HashMap<>(databaseConfiguration(provisioning));
        configuration.put("footbridge.database.address", servers.superuser().address());
        configuration.put("kafka.bootstrap.servers", servers.kafka());
        configuration.put("footbridge.bus.topic-suffix", suffix);
        configuration.put("footbridge.issuer", tokens.issuer());
        configuration.put("footbridge.client.secret", DemoTokens.secretOf(service + "-service"));
        configuration.put("footbridge.cursor.key", key("cursor"));
        configuration.put("footbridge.secrets.key-id", "k1");
        configuration.put("footbridge.secrets.keys.k1", key("secrets"));
        configuration.put("quarkus.http.test-port", "0");
        return configuration;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(database, new TestInjector.MatchesType(TestDatabase.class));
        injector.injectIntoFields(tokens, new TestInjector.MatchesType(TokenFactory.class));
        injector.injectIntoFields(demo, new TestInjector.MatchesType(DemoTokens.class));
        boolean installed = RestAssured.filters().stream().anyMatch(OpenApiResponses.class::isInstance);
        if (validateResponses && !installed) {
            RestAssured.filters(OpenApiResponses.ofTheService());
        }
    }

    @Override
    public void stop() {
        // the servers end with the build and take the data with them
        if (tokens != null) {
            tokens.close();
        }
    }

    private static Map<String, String> databaseConfiguration(Provisioning provisioning) {
        return Map.of(
                "footbridge.database.name", provisioning.database(),
                "footbridge.database.owner.username", provisioning.owner(),
                "footbridge.database.owner.password", provisioning.ownerPassword(),
                "footbridge.database.app.username", provisioning.app(),
                "footbridge.database.app.password", provisioning.appPassword());
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
