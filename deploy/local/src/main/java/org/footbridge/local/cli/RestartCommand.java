package org.footbridge.local.cli;

import java.io.IOException;
import java.util.Optional;
import org.footbridge.local.Part;
import org.footbridge.local.StateDirectory;

/** Starts one part of the running stack again. */
final class RestartCommand {

    private final StateDirectory state;

    RestartCommand(StateDirectory state) {
        this.state = state;
    }

    int run(Part part) throws IOException {
        Optional<ControlClient> running = ControlClient.of(state);
        if (running.isEmpty()) {
            System.err.println("deploy/restart: nothing is running; start the stack with deploy/up");
            return 1;
        }
        return running.get().call("restart " + part.partName(), Terminal::print).orElse(1);
    }
}
