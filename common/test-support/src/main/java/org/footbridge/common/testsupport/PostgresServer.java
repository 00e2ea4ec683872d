package org.footbridge.common.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * PostgreSQL 18 as a child process: passwords are checked (SCRAM) and commits are durable unless a setting says
 * otherwise. Runs as root too.
 */
public final class PostgresServer implements LocalServer {

    /** Name of the superuser. */
    public static final String SUPERUSER = "postgres";

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final String SUPERUSER_DATABASE = "postgres";

    private final ServerDirectories directories;
    private final int port;
    private final String password;
    private final Map<String, String> settings;
    private ServerProcess process;

    private PostgresServer(Builder builder) {
        directories = ServerDirectories.of("postgres", builder.dataDirectory, builder.logFile);
        port = builder.port == 0 ? FreePorts.next() : builder.port;
        password = builder.password;
        settings = Map.copyOf(builder.settings);
    }

    /** A server with a temporary data directory, a free port and the password {@code postgres}, unless told otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        if (!FreePorts.isFree(port)) {
            throw new ServerStartException("postgres: port " + port + " is taken");
        }
        refuseToShareTheData();
        if (!Files.exists(directories.data().resolve("PG_VERSION"))) {
            initialise();
        }
        process = ServerProcess.start(name(), PostgresBinaries.command("postgres", options()), directories.log());
        process.awaitReady(this::isHealthy, START_LIMIT);
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** JDBC URL of {@code database}, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + address() + "/" + database;
    }

    /** The superuser's password. */
    public String password() {
        return password;
    }

    /** What {@link Provisioning} needs to know of this server. */
    public Superuser superuser() {
        return new Superuser(address(), SUPERUSER, password);
    }

    @Override
    public boolean isHealthy() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException e) {
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
            throw new IllegalStateException("postgres was not started");
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
            process.stop("INT"); // "fast" shutdown: TERM would wait for the clients to leave
        }
        directories.removeTemporary();
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "3");
        return Jdbc.connect(jdbcUrl(SUPERUSER_DATABASE), properties);
    }

    private void initialise() {
        try {
            Files.createDirectories(directories.data());
            Path passwordFile = Files.createTempFile("footbridge", ".pw");
            try {
                Files.writeString(passwordFile, password);
                ServerProcess.run("initdb", PostgresBinaries.command("initdb", initOptions(passwordFile)));
            } finally {
                Files.delete(passwordFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> initOptions(Path passwordFile) {
        return List.of(
                "--pgdata=" + directories.data(),
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--no-instructions");
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(
                List.of("-D", directories.data().toString(), "-p", Integer.toString(port), "-h", "127.0.0.1"));
        options.addAll(List.of("-c", "unix_socket_directories="));
        settings.forEach((setting, value) -> options.addAll(List.of("-c", setting + "=" + value)));
        return options;
    }

    /** After a crash the server's children may hold the shared memory a moment longer; a live postmaster is an error. */
    private void refuseToShareTheData() {
        Path pidFile = directories.data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
            boolean runs = ProcessHandle.of(pid)
                    .flatMap(handle -> handle.info().command())
                    .filter(command -> command.endsWith("/postgres"))
                    .isPresent();
            if (runs) {
                throw new ServerStartException("postgres already runs on " + directories.data() + " as process " + pid);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Options of a {@link PostgresServer}. */
    public static final class Builder {

        private Path dataDirectory;
        private Path logFile;
        private int port;
        private String password = SUPERUSER;
        private final Map<String, String> settings = new LinkedHashMap<>();

        private Builder() {}

        /** Where the data are; made when it does not exist, kept afterwards. */
        public Builder dataDirectory(Path directory) {
            dataDirectory = directory;
            return this;
        }

        /** Where the server's output is appended; default: {@code postgres.log} beside the data directory. */
        public Builder logFile(Path file) {
            logFile = file;
            return this;
        }

        /** The port; 0, the default, takes a free one. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** The superuser's password; it is set when the data directory is made. */
        public Builder password(String secret) {
            password = secret;
            return this;
        }

        /** A parameter of postgresql.conf, such as {@code fsync} = {@code off}. */
        public Builder setting(String parameter, String value) {
            settings.put(parameter, value);
            return this;
        }

        /** The server, not started yet. */
        public PostgresServer build() {
            return new PostgresServer(this);
        }
    }
}
