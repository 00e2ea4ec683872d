package org.footbridge.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.footbridge.common.testsupport.TokenFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers without an end pass through the door as they come, and those who listen to them are in nobody's way. */
@QuarkusTest
@WithTestResource(GatewayWorld.class)
class StreamingTest {
    private static final String STREAM = "/api/v1/notifications/stream";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MORE_THAN_THE_POOL = 140;

    TokenFactory tokens;
    EchoService services;

    @Test
    void shouldPassOnEachEventAsItComes() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            // Given
            HttpResponse<InputStream> response =
                    client.send(request(STREAM), HttpResponse.BodyHandlers.ofInputStream());
            BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));

            // When
            String first = lines.readLine();
            long begun = System.nanoTime();
            List<String> rest = lines.lines().filter(line -> !line.isEmpty()).toList();

            // Then
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(first).isEqualTo("data: first");
            assertThat(rest).last().isEqualTo("data: last");
            assertThat(rest).contains(": still here");
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("longer than the door waits for a service that is silent")
                    .isGreaterThan(Duration.ofSeconds(2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAM, STREAM + "/", STREAM + ";a=b", "/api/v1/notifications/str%65am"})
    void shouldNotTakeTheConnectionsOfTheOthersAndLetGoOfThoseWhoLeave(String path) throws Exception {
        // Given
        List<InputStream> open = new ArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        try {
            List<CompletableFuture<HttpResponse<InputStream>>> asked = new ArrayList<>();
            for (int i = 0; i < MORE_THAN_THE_POOL; i++) {
                asked.add(client.sendAsync(request(path + "?endless=true"), HttpResponse.BodyHandlers.ofInputStream()));
            }
            for (CompletableFuture<HttpResponse<InputStream>> each : asked) {
                open.add(each.get().body());
            }
            assertThat(services.listeners()).isEqualTo(MORE_THAN_THE_POOL);

            // When
            int status = given().auth()
                    .oauth2(tokens.person("a@example.org").sign())
                    .get("/api/v1/notifications")
                    .statusCode();

            // Then
            assertThat(status).isEqualTo(200);
        } finally {
            for (InputStream each : open) {
                each.close();
            }
            client.shutdownNow();
        }
        await("the services to be left").atMost(SOON).until(() -> services.listeners() == 0);
    }

    @Test
    void shouldAskForATokenForAStream() {
        given().get(STREAM).then().statusCode(401);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header(
                        "Authorization",
                        "Bearer " + tokens.person("a@example.org").sign())
                .header("Accept", "text/event-stream")
                .build();
    }
}
