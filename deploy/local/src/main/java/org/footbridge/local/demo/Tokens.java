package org.footbridge.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Access tokens of the real Keycloak. People log in with the demo client's password grant, which exists in the local realm
 * only; systems with client credentials. Tokens are renewed before they expire.
 */
final class Tokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SPARE_SECONDS = 20;

    private record Token(String value, Instant until) {}

    private final HttpClient http;
    private final URI endpoint;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Tokens(HttpClient http, URI issuer) {
        this.http = http;
        this.endpoint = URI.create(issuer + "/protocol/openid-connect/token");
    }

    /** The token of a user, or of a system where the account is {@code client:NAME}. */
    String of(String account) {
        return tokens.compute(
                        account, (name, old) -> old != null && Instant.now().isBefore(old.until()) ? old : ask(name))
                .value();
    }

    private Token ask(String account) {
        Map<String, String> form = account.startsWith("client:")
                ? Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        account.substring(7),
                        "client_secret",
                        "demo-" + account.substring(7) + "-secret")
                : Map.of(
                        "grant_type", "password",
                        "client_id", "footbridge-demo",
                        "username", account,
                        "password", "demo");
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new StoryFailed("no token for " + account + ": " + response.statusCode() + " " + response.body());
            }
            JsonNode token = JSON.readTree(response.body());
            Instant until = Instant.now().plusSeconds(token.get("expires_in").asLong() - SPARE_SECONDS);
            return new Token(token.get("access_token").asText(), until);
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak does not answer at " + endpoint, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted while logging in");
        }
    }
}
