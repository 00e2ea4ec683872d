package org.footbridge.local.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Takes one request per connection, {@code token word word…}, and answers with {@link Message}s, the last an exit code. */
final class ControlServer implements AutoCloseable {

    private static final int REQUEST_MILLIS = 5_000;
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

    private final ServerSocket socket;
    private final String token;
    private final Handler handler;
    private final ExecutorService connections = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("control-", 0).factory());

    /** Carries out a request. */
    interface Handler {
        /** Returns the exit code for the command; says what there is to say before. */
        int handle(List<String> request, Consumer<Message> reply) throws InterruptedException;
    }

    ControlServer(String token, Handler handler) throws IOException {
        this.socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        this.token = token;
        this.handler = handler;
        connections.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.execute(() -> serve(connection));
            }
        } catch (SocketException e) {
            // closed: nobody is to be served any more
            return;
        } catch (IOException e) {
            throw new IllegalStateException("control port", e);
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(connection.getOutputStream(), true, StandardCharsets.UTF_8)) {
            connection.setSoTimeout(REQUEST_MILLIS);
            String line = in.readLine();
            List<String> words = line == null ? List.of() : List.of(line.split(" "));
            if (words.size() < 2 || !isToken(words.getFirst())) {
                return;
            }
            int code = handler.handle(words.subList(1, words.size()), message -> out.println(message.encode()));
            out.println(Message.exit(code).encode());
        } catch (IOException e) {
            // the command went away, which concerns nobody but itself
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isToken(String word) {
        return MessageDigest.isEqual(word.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** Lets the answers under way end. */
    @Override
    public void close() throws IOException {
        socket.close();
        connections.shutdown();
        try {
            if (!connections.awaitTermination(LAST_ANSWERS.toSeconds(), TimeUnit.SECONDS)) {
                connections.shutdownNow();
            }
        } catch (InterruptedException e) {
            connections.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
