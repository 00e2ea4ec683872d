package org.footbridge.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Searches as somebody without an account. While the clock runs it does not read what it gets: a browser's work is not ours. */
final class DirectoryClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;

    DirectoryClient(URI gateway) {
        this.gateway = gateway;
    }

    void get(DirectorySearch search) {
        send(search, BodyHandlers.discarding());
    }

    JsonNode read(DirectorySearch search) {
        try {
            return JSON.readTree(send(search, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T send(DirectorySearch search, BodyHandler<T> handler) {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(search.path()))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<T> response = http.send(request, handler);
            if (response.statusCode() != OK) {
                throw new IllegalStateException(search.path() + " was answered with " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
