package org.footbridge.common.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * One PostgreSQL and one Kafka for all modules of a Maven build, in a JVM of their own that ends with the build: the
 * first module waits some seconds for them, each further one none. Run from an IDE, they end with the IDE, or with the
 * test where no other Java process stands above it.
 *
 * @param superuser way into PostgreSQL
 * @param kafka {@code bootstrap.servers} of Kafka
 */
public record SharedServers(Superuser superuser, String kafka) {

    /** Generous, since all cores of a machine that runs many builds may be busy; a server that dies is told at once. */
    private static final Duration START_LIMIT = Duration.ofMinutes(6);

    private static final String PID = "pid";
    private static final String STARTED = "started";
    private static final String POSTGRES = "postgres";
    private static final String KAFKA = "kafka";

    /**
     * The servers of this build, started when nobody has done so yet.
     *
     * @throws ServerStartException when they do not start
     */
    public static SharedServers get() {
        return ownedBy(owner(ProcessHandle.current()), stateDirectory());
    }

    static SharedServers ownedBy(ProcessHandle owner, Path directory) {
        try {
            Files.createDirectories(directory);
            Path state = directory.resolve(owner.pid() + ".properties");
            try (FileChannel channel = FileChannel.open(
                            directory.resolve(owner.pid() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                requireHeld(held);
                if (readIfRunning(state).isEmpty()) {
                    spawn(owner, state);
                }
                return readIfRunning(state)
                        .orElseThrow(() -> new ServerStartException("test servers ended as soon as they had started"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Published by the servers' JVM once both answer. */
    static void publish(Path state, PostgresServer postgres, KafkaServer kafka) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(PID, Long.toString(ProcessHandle.current().pid()));
        properties.setProperty(STARTED, startOf(ProcessHandle.current()));
        properties.setProperty(POSTGRES, postgres.address());
        properties.setProperty(KAFKA, kafka.address());
        Path scratch = Files.createTempFile(state.getParent(), "state", ".properties");
        try (var writer = Files.newBufferedWriter(scratch)) {
            properties.store(writer, null);
        }
        Files.move(scratch, state, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void spawn(ProcessHandle owner, Path state) throws IOException {
        Files.deleteIfExists(state);
        Path log = state.resolveSibling(owner.pid() + ".log");
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ServerClassPath.serversAndThisModule(),
                SharedServersMain.class.getName(),
                Long.toString(owner.pid()),
                state.toString());
        ServerProcess.startDetached("test servers", command, Map.of(), log)
                .awaitReady(() -> Files.exists(state), START_LIMIT);
    }

    private static Optional<SharedServers> readIfRunning(Path state) throws IOException {
        if (!Files.exists(state)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(state)) {
            properties.load(reader);
        }
        // process ids come round again: the same one with another start is somebody else
        return ProcessHandle.of(Long.parseLong(properties.getProperty(PID)))
                .filter(ProcessHandle::isAlive)
                .filter(handle -> startOf(handle).equals(properties.getProperty(STARTED)))
                .map(handle -> new SharedServers(
                        new Superuser(
                                properties.getProperty(POSTGRES), PostgresServer.SUPERUSER, PostgresServer.SUPERUSER),
                        properties.getProperty(KAFKA)));
    }

    private static void requireHeld(FileLock lock) {
        if (!lock.isValid()) {
            throw new IllegalStateException("lock of the test servers was lost");
        }
    }

    private static String startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString).orElse("");
    }

    /** Maven, or whoever runs the tests: the first Java process above this one. */
    private static ProcessHandle owner(ProcessHandle self) {
        return Stream.iterate(self.parent(), Optional::isPresent, parent -> parent.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(handle -> handle.info()
                        .command()
                        .filter(command -> command.endsWith("/java"))
                        .isPresent())
                .findFirst()
                .orElse(self);
    }

    /** Surefire passes the root; an IDE does not, so look upwards for the reactor. */
    private static Path stateDirectory() {
        Path root = Optional.ofNullable(System.getProperty("footbridge.root"))
                .map(Path::of)
                .orElseGet(() -> Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                        .filter(path -> Files.exists(path.resolve("mvnw")))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no mvnw above the working directory")));
        return root.resolve("target").resolve("test-servers");
    }
}
