package org.footbridge.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.footbridge.local.Orphans;
import org.footbridge.local.Part;
import org.footbridge.local.StateDirectory;

/** Stops the stack, and what a killed supervisor has left of one. */
final class DownCommand {

    private final StateDirectory state;

    DownCommand(StateDirectory state) {
        this.state = state;
    }

    int run() throws IOException {
        Optional<ControlClient> running = ControlClient.of(state);
        if (running.isPresent()) {
            return stop(running.get(), Terminal::print);
        }
        List<Part> orphans = Orphans.stop(state);
        System.out.println(
                orphans.isEmpty()
                        ? "nothing is running"
                        : "stopped what a killed supervisor had left running: " + Part.names(orphans));
        return 0;
    }

    /** Stops a stack if one runs; for a command that shows already what the supervisor says. */
    void stopQuietly() {
        try {
            Optional<ControlClient> running = ControlClient.of(state);
            if (running.isPresent()) {
                stop(running.get(), message -> true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int stop(ControlClient client, Predicate<Message> onMessage) throws IOException {
        int code = client.call("stop", onMessage).orElse(1);
        ProcessHandle.of(client.supervisor())
                .ifPresent(process -> process.onExit().join());
        return code;
    }
}
