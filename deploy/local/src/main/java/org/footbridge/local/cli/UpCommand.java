package org.footbridge.local.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.footbridge.local.StateDirectory;

/**
 * Starts a supervisor in a session of its own and shows what it says. The supervisor stands apart so that Ctrl-C
 * reaches this command only, which then asks for an orderly stop, and so that {@code --detach} is no special case.
 */
final class UpCommand {

    private static final int POLL_MILLIS = 50;
    private static final int LAST_WORDS_SECONDS = 5;

    private final Path root;
    private final StateDirectory state;
    private final UpOptions options;

    UpCommand(Path root, StateDirectory state, UpOptions options) {
        this.root = root;
        this.state = state;
        this.options = options;
    }

    int run() throws IOException, InterruptedException {
        Optional<ControlClient> running = ControlClient.of(state);
        if (running.isPresent()) {
            return alreadyRunning(running.get());
        }
        Path log = state.logs().resolve("supervisor.log");
        Files.createDirectories(state.logs());
        Files.deleteIfExists(log);
        Process supervisor = launch(log);
        Optional<ControlClient> client = await(supervisor);
        if (client.isEmpty()) {
            System.err.print(Files.readString(log, StandardCharsets.UTF_8));
            return supervisor.exitValue();
        }
        return show(client.get(), supervisor);
    }

    private int alreadyRunning(ControlClient client) throws IOException {
        client.call("status", Terminal::print);
        if (options.fresh()) {
            System.err.println("deploy/up: --fresh needs the stack to be down: run deploy/down first");
            return 1;
        }
        return 0;
    }

    private int show(ControlClient client, Process supervisor) throws IOException, InterruptedException {
        AtomicBoolean left = new AtomicBoolean();
        CountDownLatch shown = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopUnless(left, shown), "stop"));
        OptionalInt code = client.call(
                "follow",
                message -> Terminal.print(message) && !(options.detach() && message.kind() == Message.Kind.READY));
        left.set(true);
        shown.countDown();
        if (code.isPresent()) {
            supervisor.waitFor();
            return code.getAsInt();
        }
        if (supervisor.isAlive()) {
            return 0; // detached
        }
        System.err.println("deploy/up: the supervisor ended unexpectedly, see " + state.logs());
        return 1;
    }

    /** For Ctrl-C: what the supervisor says on its way down is shown to its end by whoever follows. */
    private void stopUnless(AtomicBoolean left, CountDownLatch shown) {
        if (left.get()) {
            return;
        }
        new DownCommand(state).stopQuietly();
        try {
            shown.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch(Path log) throws IOException {
        List<String> command = new ArrayList<>(ownSession());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfootbridge.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "supervise"));
        command.addAll(options.words());
        return new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"))
                .start();
    }

    /** Where there is no setsid (macOS) nohup still keeps it from ending with the terminal. */
    private static List<String> ownSession() {
        boolean setsid = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setsid")));
        return List.of(setsid ? "setsid" : "nohup");
    }

    private Optional<ControlClient> await(Process supervisor) throws InterruptedException {
        do {
            Optional<ControlClient> client =
                    ControlClient.of(state).filter(found -> found.supervisor() == supervisor.pid());
            if (client.isPresent()) {
                return client;
            }
        } while (!supervisor.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
        return Optional.empty();
    }
}
