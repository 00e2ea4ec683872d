package org.footbridge.notification.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Referral-service, and directory-service, as far as this service asks them: a real HTTP server that wants the token of the client
 * notification-service and answers for referrals that a test has named. For all others it is unavailable.
 */
public final class ReferralStub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpServer server;
    private final Map<UUID, String> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    private final Map<UUID, String> onCall = new ConcurrentHashMap<>();
    private final Map<UUID, String> agencies = new ConcurrentHashMap<>();
    private final List<UUID> onCallQuestions = new CopyOnWriteArrayList<>();

    private ReferralStub(HttpServer server) {
        this.server = server;
    }

    static ReferralStub start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
            ReferralStub stub = new ReferralStub(server);
            server.createContext("/internal/v1/recipients/resolve", stub::resolve);
            server.createContext("/internal/v1/on-call/resolve", stub::resolveOnCall);
            server.createContext("/internal/v1/agency-contacts/resolve", stub::resolveAgency);
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void answer(UUID referral, String json) {
        answers.put(referral, json);
    }

    public List<JsonNode> questions(UUID referral) {
        return questions.stream()
                .filter(question -> question.path("referralId").asText().equals(referral.toString()))
                .toList();
    }

    /** Whom a school calls; a school that no test has named cannot be asked for, one with an empty answer is none. */
    public void onCall(UUID school, String json) {
        onCall.put(school, json);
    }

    /** How often a school's contacts were asked for. */
    public long onCallQuestions(UUID school) {
        return onCallQuestions.stream().filter(school::equals).count();
    }

    /** Where the agency of a service reads mail, as directory-service answers; a service that no test has named cannot be asked for. */
    public void agency(UUID service, String json) {
        agencies.put(service, json);
    }

    private void resolveAgency(HttpExchange exchange) throws IOException {
        JsonNode question = JSON.readTree(exchange.getRequestBody());
        if (!isFromNotificationService(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{}");
            return;
        }
        String answer = agencies.get(UUID.fromString(question.path("serviceId").asText()));
        send(exchange, answer == null ? 503 : 200, answer == null ? "{}" : answer);
    }

    private void resolveOnCall(HttpExchange exchange) throws IOException {
        JsonNode question = JSON.readTree(exchange.getRequestBody());
        if (!isFromNotificationService(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{}");
            return;
        }
        UUID school = UUID.fromString(question.path("schoolId").asText());
        onCallQuestions.add(school);
        String answer = onCall.get(school);
        int status = answer == null ? 503 : answer.isEmpty() ? 404 : 200;
        send(exchange, status, status == 200 ? answer : "{}");
    }

    private void resolve(HttpExchange exchange) throws IOException {
        JsonNode question = JSON.readTree(exchange.getRequestBody());
        if (!isFromNotificationService(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{}");
            return;
        }
        questions.add(question);
        String answer = answers.get(UUID.fromString(question.path("referralId").asText()));
        send(exchange, answer == null ? 503 : 200, answer == null ? "{}" : answer);
    }

    private static boolean isFromNotificationService(String authorization) throws IOException {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return false;
        }
        JsonNode claims =
                JSON.readTree(Base64.getUrlDecoder().decode(authorization.split("\\.")[1]));
        return claims.path("azp").asText().equals("notification-service")
                && claims.path("scope").asText().contains("internal:recipients");
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
