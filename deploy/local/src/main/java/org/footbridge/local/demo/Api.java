package org.footbridge.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Speaks to the gateway as one account, as any client would: bearer token, JSON, ETags. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI gateway;
    private final Supplier<String> token;
    private final String account;
    private final Narrator narrator;
    private final LongAdder calls;

    Api(HttpClient http, URI gateway, Supplier<String> token, String account, Narrator narrator, LongAdder calls) {
        this.http = http;
        this.gateway = gateway;
        this.token = token;
        this.account = account;
        this.narrator = narrator;
        this.calls = calls;
    }

    /** What came back: status, body (a missing node where there is none) and the ETag. */
    public record Answer(int status, JsonNode body, String etag, String text) {

        /** The value at a JSON pointer as text, empty where there is none. */
        public String at(String pointer) {
            return body.at(pointer).asText();
        }

        /** Fails with the whole answer where the status is another one. */
        public Answer expect(int... wanted) {
            for (int one : wanted) {
                if (status == one) {
                    return this;
                }
            }
            throw new StoryFailed("expected " + wanted[0] + " but got " + status + ": " + text);
        }
    }

    public Answer get(String path) {
        return send(request(path).GET(), "GET", path);
    }

    public Answer post(String path, Object body) {
        return send(json(path).POST(BodyPublishers.ofString(write(body))), "POST", path);
    }

    /** A creating POST with a key of its own. */
    public Answer create(String path, Object body) {
        return create(path, body, UUID.randomUUID().toString());
    }

    /** A creating POST that may be repeated with the same key until it is answered. */
    public Answer create(String path, Object body, String key) {
        HttpRequest.Builder request = json(path).header("Idempotency-Key", key);
        return send(request.POST(BodyPublishers.ofString(write(body))), "POST", path);
    }

    /** A change of a state: names the version that was read. */
    public Answer post(String path, Object body, String etag) {
        HttpRequest.Builder request = json(path).header("If-Match", etag);
        return send(request.POST(BodyPublishers.ofString(write(body))), "POST", path);
    }

    public Answer put(String path, Object body, String etag) {
        HttpRequest.Builder request = json(path).header("If-Match", etag);
        return send(request.PUT(BodyPublishers.ofString(write(body))), "PUT", path);
    }

    public Answer delete(String path, String etag) {
        return send(request(path).header("If-Match", etag).DELETE(), "DELETE", path);
    }

    public Answer upload(String path, String mediaType, byte[] body) {
        HttpRequest.Builder request = request(path).header("Content-Type", mediaType);
        return send(request.POST(BodyPublishers.ofByteArray(body)), "POST", path);
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(Duration.ofSeconds(30));
        return account == null ? request : request.header("Authorization", "Bearer " + token.get());
    }

    private Answer send(HttpRequest.Builder builder, String method, String path) {
        HttpResponse<byte[]> response = exchange(builder.build());
        calls.increment();
        String text = new String(response.body(), StandardCharsets.UTF_8);
        narrator.call(method, path, account, response.statusCode());
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(
                response.statusCode(),
                type.contains("json") && !type.contains("ndjson") ? read(text) : JSON.missingNode(),
                response.headers().firstValue("ETag").orElse(null),
                text);
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted at " + request.uri());
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + text, e);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
