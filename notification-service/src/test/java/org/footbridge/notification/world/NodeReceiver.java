package org.footbridge.notification.world;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The receiver in Node of {@code src/test/node}, which shares no code and no cryptography with this service. Where there is no
 * Node, or its packages cannot be fetched, tests that need it are skipped.
 */
public final class NodeReceiver implements AutoCloseable {
    private static final Path SOURCE = Path.of("src/test/node");
    private static final Path HOME = Path.of("target/node-receiver");
    private static final long PATIENCE_SECONDS = 120;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    private NodeReceiver(Process process, String port) {
        this.process = process;
        this.url = "http://127.0.0.1:" + port;
    }

    public static NodeReceiver start() {
        try {
            Files.createDirectories(HOME);
            for (String file : List.of("package.json", "package-lock.json", "receiver.mjs")) {
                Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            assumeTrue(
                    Files.exists(HOME.resolve("node_modules/standardwebhooks"))
                            || runs("npm", "ci", "--no-audit", "--no-fund"),
                    "npm cannot fetch the receiver's packages");
            Process node = new ProcessBuilder("node", "receiver.mjs")
                    .directory(HOME.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
            return new NodeReceiver(node, said.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean runs(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(HOME.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(HOME.resolve("npm.log").toFile())
                    .start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            return false; // there is no npm here
        }
    }

    /** Where an endpoint posts to, to be verified with what {@link #trust} named. */
    public String hook(String name) {
        return url + "/hook/" + name;
    }

    /** The secret or public key that posts of that name are verified with. */
    public void trust(String name, String key) {
        call(HttpRequest.newBuilder(URI.create(url + "/trust/" + name)).PUT(HttpRequest.BodyPublishers.ofString(key)));
    }

    /** Whether each post of that name verified, in their order. */
    public List<Boolean> verified(String name) {
        try {
            List<Boolean> verified = new ArrayList<>();
            for (JsonNode post : JSON.readTree(call(HttpRequest.newBuilder(URI.create(url + "/seen"))))) {
                if (post.get("name").asText().equals(name)) {
                    verified.add(post.get("verified").asBoolean());
                }
            }
            return verified;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String call(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
