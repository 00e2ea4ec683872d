package org.footbridge.common.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * Kafka 4.1 as a child JVM: one node that is broker and controller (KRaft), on the loopback interface. Topics are made
 * by {@link Topics} alone: auto-creation is off, as in production.
 */
public final class KafkaServer implements LocalServer {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final int PATIENCE_MILLIS = 3_000;

    private final ServerDirectories directories;
    private final int port;
    private final int controllerPort;
    private final List<String> jvmOptions;
    private final Map<String, String> settings;
    private ServerProcess process;

    private KafkaServer(Builder builder) {
        directories = ServerDirectories.of("kafka", builder.dataDirectory, builder.logFile);
        port = builder.port == 0 ? FreePorts.next() : builder.port;
        controllerPort = builder.controllerPort == 0 ? FreePorts.next() : builder.controllerPort;
        jvmOptions = List.copyOf(builder.jvmOptions);
        settings = Map.copyOf(builder.settings);
    }

    /** A broker with a temporary data directory and free ports, unless told otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        for (int needed : List.of(port, controllerPort)) {
            if (!FreePorts.isFree(needed)) {
                throw new ServerStartException("kafka: port " + needed + " is taken");
            }
        }
        Path configuration = writeConfiguration();
        if (!Files.exists(directories.data().resolve("meta.properties"))) {
            format(configuration);
        }
        process =
                ServerProcess.start(name(), java("kafka.Kafka", List.of(configuration.toString())), directories.log());
        process.awaitReady(this::isHealthy, START_LIMIT);
    }

    /** {@code host:port}, which is also the value of {@code bootstrap.servers}. */
    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public boolean isHealthy() {
        if (!FreePorts.isListening(port)) {
            return false; // spares the client's noise while nobody listens
        }
        try (Admin admin = Admin.create(clientSettings())) {
            return !admin.describeCluster()
                    .nodes()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    @Override
    public synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException("kafka was not started");
        }
        return process.pid();
    }

    @Override
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.stop("TERM");
        }
        directories.removeTemporary();
    }

    private Map<String, Object> clientSettings() {
        return Map.of(
                "bootstrap.servers",
                address(),
                "request.timeout.ms",
                PATIENCE_MILLIS,
                "default.api.timeout.ms",
                PATIENCE_MILLIS);
    }

    private void format(Path configuration) {
        ServerProcess.run(
                "formatting of kafka's data directory",
                java(
                        "kafka.tools.StorageTool",
                        List.of(
                                "format",
                                "--cluster-id",
                                Uuid.randomUuid().toString(),
                                "--config",
                                configuration.toString(),
                                "--ignore-formatted")));
    }

    private List<String> java(String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", ServerClassPath.servers(), main));
        command.addAll(arguments);
        return command;
    }

    private Path writeConfiguration() {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners", "PLAINTEXT://127.0.0.1:" + port,
                "controller.listener.names", "CONTROLLER",
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs", directories.data().toString(),
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0"));
        properties.putAll(Map.of(
                "offsets.topic.num.partitions", "4",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "log.retention.ms", "-1"));
        properties.putAll(settings);
        try {
            Files.createDirectories(directories.data());
            Path file = directories.data().resolveSibling(directories.data().getFileName() + "-server.properties");
            try (var writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Options of a {@link KafkaServer}. */
    public static final class Builder {

        private Path dataDirectory;
        private Path logFile;
        private int port;
        private int controllerPort;
        private List<String> jvmOptions = List.of("-Xms64m", "-Xmx384m", "-XX:+UseSerialGC");
        private final Map<String, String> settings = new LinkedHashMap<>();

        private Builder() {}

        /** Where the data are; made when it does not exist, kept afterwards. */
        public Builder dataDirectory(Path directory) {
            dataDirectory = directory;
            return this;
        }

        /** Where the broker's output is appended; default: {@code kafka.log} beside the data directory. */
        public Builder logFile(Path file) {
            logFile = file;
            return this;
        }

        /** The clients' port; 0, the default, takes a free one. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** The controller's port; 0, the default, takes a free one. */
        public Builder controllerPort(int number) {
            controllerPort = number;
            return this;
        }

        /** Replaces the options of the broker's JVM. */
        public Builder jvmOptions(List<String> options) {
            jvmOptions = options;
            return this;
        }

        /** A broker setting, such as {@code log.segment.bytes} = {@code 1048576}. */
        public Builder setting(String key, String value) {
            settings.put(key, value);
            return this;
        }

        /** The broker, not started yet. */
        public KafkaServer build() {
            return new KafkaServer(this);
        }
    }
}
