package org.footbridge.notification.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A provider of text messages: a real HTTP server that keeps what it is given and refuses the numbers that a test names. */
public final class SmsServer implements AutoCloseable {
    private final HttpServer server;
    private final List<Text> received = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

    /** One call. */
    public record Text(String path, String authorization, Map<String, String> form) {
        public String to() {
            return form.get("To");
        }

        public String body() {
            return form.get("Body");
        }
    }

    private SmsServer(HttpServer server) {
        this.server = server;
    }

    static SmsServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
            SmsServer provider = new SmsServer(server);
            server.createContext("/", provider::take);
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All that was sent to a number, whatever was answered. */
    public List<Text> to(String number) {
        return received.stream().filter(text -> number.equals(text.to())).toList();
    }

    /** The status for a number from now on. */
    public void answer(String number, int status) {
        refusals.put(number, status);
    }

    private void take(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> fields = Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> decoded(field[0]), field -> decoded(field[1]), (first, second) -> first));
        received.add(new Text(
                exchange.getRequestURI().getPath(), exchange.getRequestHeaders().getFirst("Authorization"), fields));
        byte[] body =
                "{\"sid\":\"SM1\",\"to\":\"%s\"}".formatted(fields.get("To")).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(refusals.getOrDefault(fields.get("To"), 201), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
