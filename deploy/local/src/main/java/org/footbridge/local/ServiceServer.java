package org.footbridge.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footbridge.common.testsupport.FreePorts;
import org.footbridge.common.testsupport.LocalServer;
import org.footbridge.common.testsupport.ServerProcess;
import org.footbridge.common.testsupport.ServerStartException;

/** One of our services as a child JVM, started from the jar that the build left in its module. */
final class ServiceServer implements LocalServer {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Duration TRAINING_LIMIT = Duration.ofSeconds(180);
    private static final int PATIENCE_MILLIS = 3_000;

    private final Part part;
    private final Path jar;
    private final int port;
    private final Path log;
    private final List<String> options;
    private final Map<String, String> environment;
    private final FastStart fastStart;
    private ServerProcess process;

    ServiceServer(Part part, Path module, int port, Path log, List<String> options, Map<String, String> environment) {
        this.part = part;
        this.jar = module.resolve("target").resolve("quarkus-app").resolve("quarkus-run.jar");
        this.port = port;
        this.log = log;
        this.options = options;
        this.environment = new HashMap<>(environment);
        this.environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        this.fastStart = new FastStart(jar, part.jvmOptions());
    }

    @Override
    public String name() {
        return part.partName();
    }

    @Override
    public synchronized void start() {
        if (!isAlive()) {
            launch(fastStart.options());
        }
    }

    boolean needsTraining() {
        return fastStart.isMissing();
    }

    /** Starts once as a rehearsal, from which the JVM learns what to load ahead of time. Leaves nothing running. */
    synchronized void train() {
        launch(fastStart.trainingOptions());
        answers("/q/openapi"); // a second kind of request, so that more than the health check is learnt
        process.stop("TERM", TRAINING_LIMIT);
        fastStart.keepTraining();
    }

    private void launch(List<String> extraOptions) {
        if (!Files.exists(jar)) {
            throw new ServerStartException(
                    name() + ": " + jar + " is missing: build it with ./mvnw package -DskipTests");
        }
        if (!FreePorts.isFree(port)) {
            throw new ServerStartException(name() + ": port " + port + " is taken");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(part.jvmOptions());
        command.addAll(options); // not among the options of the fast start, which does not depend on it
        command.addAll(extraOptions);
        command.addAll(List.of("-jar", jar.toString()));
        process = ServerProcess.start(name(), command, environment, log);
        process.awaitReady(this::isHealthy, START_LIMIT);
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public boolean isHealthy() {
        return answers("/q/health/ready");
    }

    private boolean answers(String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://" + address() + path).toURL().openConnection();
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
            throw new IllegalStateException(name() + " was not started");
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
    }
}
