package org.footbridge.common.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A child process whose output goes to a file, and which ends no later than this JVM. */
public final class ServerProcess {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final String name;
    private final Path log;
    private final Process process;
    private final Thread hook;

    private ServerProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.hook = new Thread(process::destroyForcibly, name + "-end");
    }

    static ServerProcess start(String name, List<String> command, Path log) {
        return start(name, command, Map.of(), log);
    }

    /** Starts {@code command} with {@code environment} added to this JVM's own; output is appended to {@code log}. */
    public static ServerProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        ServerProcess started = startDetached(name, command, environment, log);
        Runtime.getRuntime().addShutdownHook(started.hook);
        PidFile.write(PidFile.besides(log), started.process.toHandle());
        return started;
    }

    /** A process that may outlive this JVM. */
    static ServerProcess startDetached(String name, List<String> command, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            return new ServerProcess(name, log, process);
        } catch (IOException e) {
            throw new ServerStartException(name + " could not be started: " + e.getMessage(), e);
        }
    }

    /** Runs a command to its end and returns what it printed. An interrupt ends the command too. */
    static String run(String name, List<String> command) {
        try {
            Path printed = Files.createTempFile("footbridge", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            try {
                process.getOutputStream().close();
                boolean succeeded = process.waitFor() == 0;
                String output = Files.readString(printed);
                if (!succeeded) {
                    throw new ServerStartException(name + " failed: " + lastLines(output));
                }
                return output;
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                Files.delete(printed);
            }
        } catch (IOException e) {
            throw new ServerStartException(name + " could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(name, e);
        }
    }

    /** Waits until {@code ready}; when that fails, the process is ended and the log's last lines are told. */
    public void awaitReady(BooleanSupplier ready, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (endsWithin(Duration.ofMillis(100))) {
                forget();
                throw new ServerStartException(
                        name + " died while starting (exit " + process.exitValue() + "): " + lastWords());
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw new ServerStartException(
                        name + " did not answer within " + limit.toSeconds() + " s: " + lastWords());
            }
        }
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Process id. */
    public long pid() {
        return process.pid();
    }

    /**
     * Ends the process and its children at once. PostgreSQL's children would hold its shared memory for a moment longer than
     * it, and a restart in that moment fails.
     */
    public void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        endsWithin(STOP_LIMIT);
        CompletableFuture.allOf(children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .orTimeout(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        forget();
    }

    /** Asks with {@code signal} (such as {@code TERM}) and waits; a process that does not listen is killed. */
    public void stop(String signal) {
        stop(signal, STOP_LIMIT);
    }

    /** As {@link #stop(String)}, with more or less patience. */
    public void stop(String signal, Duration limit) {
        if (process.isAlive()) {
            signal(signal);
        }
        if (!endsWithin(limit)) {
            process.destroyForcibly();
            endsWithin(STOP_LIMIT);
        }
        forget();
    }

    String lastWords() {
        try {
            return lastLines(Files.readString(log, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String signal) {
        try {
            // the shell's own kill: a bare machine has no /bin/kill, and Process.destroy() knows TERM only
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(name, e);
        }
    }

    private boolean endsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(name, e);
        }
    }

    private void forget() {
        PidFile.delete(PidFile.besides(log));
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // this JVM is on its way out: the hook has run or runs now, which ends the process too
            process.destroyForcibly();
        }
    }

    private static ServerStartException interrupted(String name, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ServerStartException(name + ": interrupted while waiting", e);
    }

    private static String lastLines(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }
}
