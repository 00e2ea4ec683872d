package org.footbridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.footbridge.common.testsupport.TokenFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that want something else than an answer, and services that fail to give one. */
@QuarkusTest
@WithTestResource(GatewayWorld.class)
class HostileRequestTest {
    private static final int ABOVE_THE_LIMIT = 300_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    TokenFactory tokens;
    EchoService services;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hsds/..%2f..%2fq/health",
                "/hsds/..%2Finternal/v1/recipients/resolve",
                "/hsds/../internal/v1/recipients/resolve",
                "/hsds/%2e%2e/internal/v1/recipients/resolve",
                "/hsds/%2E%2e%2Finternal",
                "/hsds/.%2e/internal",
                "/hsds/./services",
                "/hsds//services",
                "//internal/v1/recipients/resolve",
                "/hsds/a%5c..%5cb",
                "/hsds/a%00",
                "/hsds/a%252fb",
                "/hsds/..;/internal",
                "/hsds/a%0d%0ab",
                "/hsds/%zz",
                "/hsds/%4",
                "/hsds/{id}",
            })
    void shouldRefuseStrangePaths(String path) throws IOException {
        int before = services.seen();

        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("#malformed");
        assertThat(services.seen()).isEqualTo(before);
    }

    /** Refused by the parser, which knows no problem documents: a request line with three blanks is no HTTP. */
    @Test
    void shouldRefuseWhatIsNoRequestLine() throws IOException {
        int before = services.seen();

        assertThat(raw("GET /hsds/a b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1.[01] 400.*");
        assertThat(services.seen()).isEqualTo(before);
    }

    @Test
    void shouldNotPassOnWhatBelongsToTheConnection() throws IOException {
        String answer = raw(
                "GET /hsds/services HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nConnection: X-Secret\r\n"
                        + "X-Secret: 1\r\nTE: trailers\r\nKeep-Alive: timeout=5\r\nProxy-Authorization: Basic eA==\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .doesNotContain("x-secret")
                .doesNotContain("\"te\"")
                .doesNotContain("keep-alive\"")
                .doesNotContain("proxy-authorization");
    }

    @Test
    void shouldNotTunnelAWebSocket() throws IOException {
        String answer = raw(
                "GET /hsds/services HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nConnection: close\r\n"
                        + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");

        assertThat(answer).doesNotStartWith("HTTP/1.1 101").doesNotContain("\"upgrade\"");
    }

    @Test
    void shouldTakeOneRequestWhereTwoLengthsAreGiven() throws IOException {
        int before = services.seen();

        raw(
                "POST /api/v1/directory/search HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET /internal HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(services.seen()).isLessThanOrEqualTo(before + 1);
    }

    @Test
    void shouldRefuseABodyThatAnnouncesTooMuch() throws Exception {
        HttpResponse<String> answer = post(BodyPublishers.ofByteArray(new byte[ABOVE_THE_LIMIT]));

        assertTooLarge(answer);
    }

    @Test
    void shouldBreakOffAChunkedBodyThatGrowsTooLarge() throws Exception {
        byte[] body = new byte[ABOVE_THE_LIMIT];

        HttpResponse<String> answer = post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertTooLarge(answer);
    }

    @Test
    void shouldPassOnAChunkedBodyBelowTheLimit() throws Exception {
        byte[] body = new byte[90_000];

        HttpResponse<String> answer = post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"length\":90000");
    }

    @Test
    void shouldSayThatAServiceIsTooSlow() throws Exception {
        HttpResponse<String> answer = get("/api/v1/referrals/silent");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("#timeout");
    }

    @Test
    void shouldSayThatAServiceIsDown() throws Exception {
        HttpResponse<String> answer = get("/api/v1/kpis/closed-loops");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("#unavailable")
                .doesNotContain("localhost")
                .doesNotContain("refused");
    }

    @Test
    void shouldCutAnAnswerThatItsServiceCut() throws IOException {
        String token = tokens.person("e@example.edu").roles("educator").sign();

        String answer = raw("GET /api/v1/referrals/dying HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\n\r\n");

        assertThat(answer).contains("1000").endsWith("half of ");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        return send(request("/api/v1/referrals")
                .header("Content-Type", "application/json")
                .POST(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(Duration.ofSeconds(20))
                .header(
                        "Authorization",
                        "Bearer "
                                + tokens.person("e@example.edu")
                                        .roles("educator")
                                        .sign());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Everything that comes back until the connection is closed. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("#too-large");
    }
}
