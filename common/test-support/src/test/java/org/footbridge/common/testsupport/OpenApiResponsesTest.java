package org.footbridge.common.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check is fed right and wrong answers (decision 35) over real HTTP. */
class OpenApiResponsesTest {

    private static final String ID = "01980000-0000-7000-8000-000000000001";
    private static final String RIGHT = """
            {"id": "%s", "state": "SUBMITTED", "submittedAt": "2026-11-21T20:00:00Z", "number": "FB-0123ABCD", "note": null,
             "concerns": ["ANXIETY"], "cohort": {"gradeBand": "9-12", "size": 3}}""".formatted(ID);
    private static final String PROBLEM = """
            {"type": "https://footbridge.example/problems/not-found", "title": "Not found", "status": 404}""";

    private HttpServer server;
    private int status = 200;
    private String contentType = "application/json";
    private String body = RIGHT;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            if (!contentType.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", contentType);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldPassRightAnswers() throws IOException {
        call().get("/referrals/" + ID);
        call().get("/q/health");
        answer(201, "application/json;charset=UTF-8", RIGHT);
        call().post("/referrals");
        answer(404, "application/problem+json", PROBLEM);
        call().get("/referrals/" + ID);
        answer(422, "application/problem+json", PROBLEM);
        call().post("/referrals");
        answer(200, "application/json", "12");
        call().get("/referrals/open");
        answer(204, "", "");
        assertThat(call().delete("/referrals/" + ID).statusCode()).isEqualTo(204);
    }

    /** Each entry is one wrong body: a piece of the right one and what stands there instead. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"id\": \"01980000-0000-7000-8000-000000000001\"` | `\"id\": \"no-uuid\"`",
                "`\"id\": \"01980000-0000-7000-8000-000000000001\"` | `\"id\": 17`",
                "`\"state\": \"SUBMITTED\"` | `\"state\": \"LOST\"`",
                "`\"state\": \"SUBMITTED\", ` | ``",
                "`2026-11-21T20:00:00Z` | `yesterday`",
                "`FB-0123ABCD` | `FB-1`",
                "`\"note\": null` | `\"note\": \"too long\"`",
                "`[\"ANXIETY\"]` | `[]`",
                "`[\"ANXIETY\"]` | `{\"0\": \"ANXIETY\"}`",
                "`\"size\": 3` | `\"size\": \"3\"`",
                "`\"gradeBand\": \"9-12\"` | `\"gradeBand\": null`",
                "`\"concerns\"` | `concerns`"
            })
    void shouldFailWrongBodies(String piece, String instead) throws IOException {
        assertThat(RIGHT).contains(piece);
        answer(200, "application/json", RIGHT.replace(piece, instead));
        assertFails("/referrals/" + ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"text\""})
    void shouldFailABodyOfAnotherKind(String other) throws IOException {
        answer(200, "application/json", other);
        assertFails("/referrals/" + ID);
    }

    @Test
    void shouldFailWhatTheDocumentDoesNotPromise() throws IOException {
        assertFails("/unknown");
        assertFails("/referrals/" + ID + "/deeper");
        answer(200, "text/html", RIGHT);
        assertFails("/referrals/" + ID);
        answer(200, "application/json", "");
        assertFails("/referrals/" + ID);
        answer(500, "application/problem+json", PROBLEM);
        assertFails("/referrals/" + ID);
        answer(404, "application/json", PROBLEM);
        assertFails("/referrals/" + ID);
        answer(404, "application/problem+json", PROBLEM.replace("404", "\"404\""));
        assertFails("/referrals/" + ID);
        answer(200, "application/json", "-1");
        assertFails("/referrals/open");
    }

    @Test
    void shouldRefuseADocumentThatItCannotJudge() {
        assertThatThrownBy(() -> OpenApiResponses.of("{\"openapi\": \"3.0.3\"}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void answer(int newStatus, String newContentType, String newBody) {
        status = newStatus;
        contentType = newContentType;
        body = newBody;
    }

    private void assertFails(String path) throws IOException {
        RequestSpecification call = call();
        assertThatThrownBy(() -> call.get(path))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("openapi.yaml");
    }

    private RequestSpecification call() throws IOException {
        try (InputStream document = getClass().getResourceAsStream("/sample-openapi.json")) {
            return RestAssured.given()
                    .baseUri("http://localhost")
                    .port(server.getAddress().getPort())
                    .filter(OpenApiResponses.of(new String(document.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }
}
