package org.footbridge.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.footbridge.local.Part;
import org.footbridge.local.StateDirectory;

/** Entry of {@code deploy/up}, {@code deploy/down} and {@code deploy/restart}; the shell scripts there only build. */
public final class Main {

    private static final int USAGE = 2;

    /** Fields of their own, because the log manager forgets a logger that nobody holds. */
    private static final List<Logger> QUIET = Stream.of("org.apache.kafka", "com.icegreen", "io.zonky")
            .map(Logger::getLogger)
            .toList();

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        Path root = Path.of(System.getProperty("footbridge.root", "."))
                .toAbsolutePath()
                .normalize();
        StateDirectory state = new StateDirectory(root.resolve(".footbridge"));
        Files.createDirectories(state.path());
        List<String> words = List.of(arguments);
        String command = words.isEmpty() ? "" : words.getFirst();
        List<String> options = words.isEmpty() ? words : words.subList(1, words.size());
        System.exit(exitCode(root, state, command, options));
    }

    /** A bug must not leave the supervisor half alive: threads of its servers would keep it for ever. */
    private static int exitCode(Path root, StateDirectory state, String command, List<String> options) {
        try {
            return run(root, state, command, options);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            return 1;
        }
    }

    private static int run(Path root, StateDirectory state, String command, List<String> options)
            throws IOException, InterruptedException {
        return switch (command) {
            case "up" -> {
                Optional<UpOptions> chosen = UpOptions.parse(options);
                yield chosen.isEmpty() ? usage(UpOptions.USAGE) : new UpCommand(root, state, chosen.get()).run();
            }
            case "down" -> options.isEmpty() ? new DownCommand(state).run() : usage("deploy/down");
            case "restart" -> {
                Optional<Part> part = options.size() == 1 ? Part.named(options.getFirst()) : Optional.empty();
                yield part.isEmpty()
                        ? usage("deploy/restart NAME, one of " + Part.names(List.of(Part.values())))
                        : new RestartCommand(state).run(part.get());
            }
            case "supervise" ->
                new Supervisor(root, state, UpOptions.parse(options).orElseThrow()).run();
            default -> usage("deploy/up | deploy/down | deploy/restart");
        };
    }

    private static int usage(String text) {
        System.err.println("usage: " + text);
        return USAGE;
    }
}
