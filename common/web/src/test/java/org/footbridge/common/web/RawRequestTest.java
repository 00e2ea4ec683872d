package org.footbridge.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.footbridge.common.testsupport.TokenFactory;
import org.footbridge.common.web.probe.Issuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a well-behaved client library would not send. */
@QuarkusTest
@WithTestResource(Issuer.class)
class RawRequestTest {
    private static final int ABOVE_THE_LIMIT = 200_000;

    private final HttpClient client = HttpClient.newHttpClient();
    TokenFactory tokens;

    @Test
    void shouldRefuseABodyThatAnnouncesTooMuch() throws Exception {
        HttpResponse<String> answer = post(BodyPublishers.ofByteArray(new byte[ABOVE_THE_LIMIT]));

        assertTooLarge(answer);
    }

    @Test
    void shouldRefuseAChunkedBodyThatGrowsTooLarge() throws Exception {
        byte[] body = new byte[ABOVE_THE_LIMIT];

        HttpResponse<String> answer = post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertTooLarge(answer);
    }

    @Test
    void shouldTakeAChunkedBodyBelowTheLimit() throws Exception {
        byte[] body = ("{\"name\":\"a\",\"count\":1,\"tags\":[\"" + "x".repeat(50_000) + "\"]}")
                .getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).hasSizeGreaterThan(50_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/things/%zz", "/probe/things?limit=%4", "/probe/{things}"})
    void shouldNameTheFaultOfATargetThatIsNoUri(String target) throws IOException {
        String answer = raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "/docs/problems#malformed", "character ");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        String token = tokens.person("e@example.edu")
                .roles("educator")
                .scopes("thing:write")
                .sign();
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/probe/things"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("/docs/problems#too-large");
    }
}
