package org.footbridge.local.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.footbridge.local.StateDirectory;

/** A command's way to the supervisor. */
final class ControlClient {

    private static final int CONNECT_MILLIS = 2_000;

    private final ControlFile control;

    private ControlClient(ControlFile control) {
        this.control = control;
    }

    /** The supervisor of {@code state}, if one listens. */
    static Optional<ControlClient> of(StateDirectory state) {
        return ControlFile.read(state).map(ControlClient::new).filter(ControlClient::answers);
    }

    long supervisor() {
        return control.pid();
    }

    /**
     * Sends a request and hands on the answers while {@code onMessage} wants more.
     *
     * @return the exit code; empty when the supervisor went away or the caller had enough
     */
    OptionalInt call(String request, Predicate<Message> onMessage) throws IOException {
        try (Socket socket = connect(control);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            out.println(control.token() + " " + request);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Message message = Message.decode(line).orElseThrow(() -> new IOException("not understood"));
                if (message.kind() == Message.Kind.EXIT) {
                    return OptionalInt.of(message.exitCode());
                }
                if (!onMessage.test(message)) {
                    return OptionalInt.empty();
                }
            }
            return OptionalInt.empty();
        }
    }

    /** Asks, because the port of a supervisor that was killed may be somebody else's by now. */
    private boolean answers() {
        try {
            return call("ping", message -> true).equals(OptionalInt.of(0));
        } catch (IOException e) {
            return false;
        }
    }

    private static Socket connect(ControlFile control) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), control.port()), CONNECT_MILLIS);
        return socket;
    }
}
