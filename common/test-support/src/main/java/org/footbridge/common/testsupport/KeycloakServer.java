package org.footbridge.common.testsupport;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keycloak 26 as a child JVM on the loopback interface, with the realm {@code footbridge} imported at its first start.
 * A realm that exists is left as it is: changes of the realm file need a fresh data directory.
 */
public final class KeycloakServer implements LocalServer {

    /** Name of the realm that the realm file must define. */
    public static final String REALM = "footbridge";

    private static final Duration START_LIMIT = Duration.ofMinutes(6);
    private static final int PATIENCE_MILLIS = 3_000;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)}");

    private final ServerDirectories directories;
    private final int port;
    private final Path realmFile;
    private final Map<String, String> replacements;
    private final String adminPassword;
    private final List<String> jvmOptions;
    private final Consumer<String> progress;
    private ServerProcess process;

    private KeycloakServer(Builder builder) {
        directories = ServerDirectories.of("keycloak", builder.dataDirectory, builder.logFile);
        port = builder.port == 0 ? FreePorts.next() : builder.port;
        realmFile = builder.realmFile;
        replacements = Map.copyOf(builder.replacements);
        adminPassword = builder.adminPassword;
        jvmOptions = List.copyOf(builder.jvmOptions);
        progress = builder.progress;
    }

    /**
     * A server with a temporary data directory and a free port, unless told otherwise.
     *
     * @param realmFile the realm to import
     */
    public static Builder builder(Path realmFile) {
        return new Builder(realmFile);
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        if (!FreePorts.isFree(port)) {
            throw new ServerStartException("keycloak: port " + port + " is taken");
        }
        Path distribution = KeycloakDistribution.prepared(progress);
        Path home = home(distribution);
        process = ServerProcess.start(
                name(),
                command(distribution, home),
                Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword),
                directories.log());
        process.awaitReady(this::isHealthy, START_LIMIT);
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** The {@code iss} of every token. */
    public String issuer() {
        return "http://localhost:" + port + "/realms/" + REALM;
    }

    /** Whether the realm's discovery document is served, which begins only after the import. */
    @Override
    public boolean isHealthy() {
        try {
            URI discovery =
                    URI.create("http://" + address() + "/realms/" + REALM + "/.well-known/openid-configuration");
            HttpURLConnection connection = (HttpURLConnection) discovery.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
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
            throw new IllegalStateException("keycloak was not started");
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

    /** A home of our own whose programs are links into the shared distribution and whose {@code data} are ours. */
    private Path home(Path distribution) {
        Path home = directories.data();
        try {
            Path imports = Files.createDirectories(home.resolve("data").resolve("import"));
            for (String shared : List.of("conf", "lib", "providers", "themes", "version.txt")) {
                Path link = home.resolve(shared);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(shared));
            }
            Path realm = imports.resolve(REALM + "-realm.json");
            PrivateFiles.write(realm, resolve(Files.readString(realmFile)));
            return home;
        } catch (IOException e) {
            throw new ServerStartException("keycloak: " + home + " could not be made: " + e, e);
        }
    }

    private String resolve(String realm) {
        return PLACEHOLDER.matcher(realm).replaceAll(found -> {
            String value = replacements.get(found.group(1));
            if (value == null) {
                throw new ServerStartException(
                        "keycloak: " + realmFile + " asks for " + found.group(1) + ", which nobody gave");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    // java itself instead of kc.sh: the script keeps a shell in between, which would survive a kill of either
    private List<String> command(Path distribution, Path home) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(
                "-cp",
                distribution.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://localhost:" + port,
                "--import-realm"));
        return command;
    }

    /** Options of a {@link KeycloakServer}. */
    public static final class Builder {

        private final Path realmFile;
        private final Map<String, String> replacements = new LinkedHashMap<>();
        private Path dataDirectory;
        private Path logFile;
        private int port;
        private String adminPassword = "admin";
        private List<String> jvmOptions = List.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC");
        private Consumer<String> progress = message -> {};

        private Builder(Path realmFile) {
            this.realmFile = realmFile;
        }

        /** Where the data are; made when it does not exist, kept afterwards. */
        public Builder dataDirectory(Path directory) {
            dataDirectory = directory;
            return this;
        }

        /** Where the server's output is appended; default: {@code keycloak.log} beside the data directory. */
        public Builder logFile(Path file) {
            logFile = file;
            return this;
        }

        /** The port, which is part of the issuer's name; 0, the default, takes a free one. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** What stands for <code>${NAME}</code> in the realm file, such as a generated secret. */
        public Builder replace(String name, String value) {
            replacements.put(name, value);
            return this;
        }

        /** Password of the user {@code admin} of the master realm; set at the first start. */
        public Builder adminPassword(String secret) {
            adminPassword = secret;
            return this;
        }

        /** Replaces the options of the server's JVM. */
        public Builder jvmOptions(List<String> options) {
            jvmOptions = options;
            return this;
        }

        /** Hears what takes long: unpacking and building, once per machine. */
        public Builder progress(Consumer<String> listener) {
            progress = listener;
            return this;
        }

        /** The server, not started yet. */
        public KeycloakServer build() {
            return new KeycloakServer(this);
        }
    }
}
