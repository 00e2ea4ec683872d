package org.footbridge.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.common.testsupport.TokenFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door finds the service of a path, and nobody gets there without a valid token where one is needed. */
@QuarkusTest
@WithTestResource(GatewayWorld.class)
class RoutingTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    TokenFactory tokens;
    EchoService services;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/districts",
                "/api/v1/referrals/7/triage?x=1&y=%20z",
                "/api/v1/roster/imports",
                "/api/v1/placements/1/appointments/2/attendance",
                "/hsds/services",
                "/api/v1/directory/services/1/capacity",
                "/api/v1/directory/services/1/verification",
                "/api/v1/directory/import-sources/1/runs",
                "/api/v1/directory/exports/hsds.zip",
                "/api/v1/directory/suggestions/1",
                "/api/v1/webhooks/endpoints",
                "/api/v1/webhooks/endpoints/7/messages?cursor=abc",
                "/api/v1/webhooks/endpoints/7/deliveries/8/expunge",
                "/api/v1/webhooks/endpoints/7/statistics",
                "/api/v1/notifications",
                "/api/v1/notifications/preferences",
                "/api/v1/notifications/7/read"
            })
    void shouldPassOnWithAToken(String path) {
        Response answer = caller().urlEncodingEnabled(false).get(path);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("uri")).isEqualTo(path);
        assertThat(answer.jsonPath().getString("headers.authorization")).startsWith("Bearer ");
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/webhooks/event-types",
                "/api/v1/webhooks/event-types/referral.sent.v1",
                "/api/v1/webhooks/asyncapi"
            })
    void shouldShowTheEventCatalogueWithoutAToken(String path) {
        assertThat(given().get(path).jsonPath().getString("uri")).isEqualTo(path);
        assertProblem(given().contentType("application/json").body("{}").post(path), 401, "unauthenticated");
    }

    @Test
    void shouldLetAFamilyAnswerWithoutATokenAndKeepItsLinkOutOfTheLog() {
        // Given
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler capture = capture(lines);
        Logger.getLogger("").addHandler(capture);

        // When
        try {
            Response opened = given().get("/consent/s3cret-of-a-family?lang=es");
            Response sent = given().contentType("application/x-www-form-urlencoded")
                    .formParam("ticket", "1.x")
                    .post("/consent/s3cret-of-a-family/answer");
            assertThat(opened.jsonPath().getString("uri")).isEqualTo("/consent/s3cret-of-a-family?lang=es");
            assertThat(sent.jsonPath().getString("method")).isEqualTo("POST");
            assertProblem(given().delete("/consent/s3cret-of-a-family"), 401, "unauthenticated");
            await("the log").untilAsserted(() -> assertThat(lines)
                    .anyMatch(line -> line.contains("/consent/***/answer"))
                    .anyMatch(line -> line.contains("DELETE /consent/*** ")));
        } finally {
            Logger.getLogger("").removeHandler(capture);
        }

        // Then
        assertThat(lines).noneMatch(line -> line.contains("s3cret"));
    }

    @Test
    void shouldLetAMailProgramUnsubscribeWithoutAToken() {
        String link = "/api/v1/notifications/unsubscribe/abc";
        assertThat(given().get(link).jsonPath().getString("uri")).isEqualTo(link);
        assertThat(given().contentType("application/x-www-form-urlencoded")
                        .formParam("List-Unsubscribe", "One-Click")
                        .post(link)
                        .jsonPath()
                        .getString("method"))
                .isEqualTo("POST");
        assertProblem(given().delete(link), 401, "unauthenticated");
    }

    private static Handler capture(List<String> lines) {
        return new Handler() {
            private final SimpleFormatter formatter = new SimpleFormatter();

            @Override
            public void publish(LogRecord entry) {
                lines.add(formatter.format(entry));
            }

            @Override
            public void flush() {
                // nothing is buffered
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void shouldPassOnMethodAndBody(String method) {
        Response answer =
                caller().contentType("application/json").body("{\"a\":1}").request(method, "/api/v1/referrals");

        assertThat(answer.jsonPath().getString("method")).isEqualTo(method);
        assertThat(answer.jsonPath().getInt("length")).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/v1",
                "/api/v1/nothing",
                "/api/v1/referralsX",
                "/api/v2/referrals",
                "/internal/v1/recipients/resolve",
                "/api/v1/internal/recipients",
                "/hsdsX",
                "/nothing"
            })
    void shouldNotRouteWhatIsNotInTheTable(String path) {
        int before = services.seen();

        Response answer = caller().get(path);

        assertProblem(answer, 404, "not-found");
        assertThat(services.seen()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/referrals",
        "GET, /api/v1/kpis/closed-loops",
        "POST, /api/v1/directory/imports",
        "POST, /api/v1/directory/import-sources",
        "GET, /api/v1/directory/exports/hsds.json",
        "GET, /api/v1/directory/suggestions",
        "GET, /api/v1/directory/duplicates",
        "POST, /api/v1/directory/services/1/merge",
        "POST, /api/v1/directory/suggestions/1/accept",
        "PUT, /api/v1/directory/services/1/capacity",
        "POST, /api/v1/directory/postal-codes",
        "GET, /api/v1/directory/empty-searches",
        "POST, /api/v1/directory/match",
        "GET, /api/v1/directory/gaps",
        "GET, /api/v1/directory/contact-requests",
        "POST, /api/v1/directory/services/1/2/contact-requests",
        "POST, /api/v1/directory/services/1/contact-requests/2",
        "DELETE, /api/v1/directory/search",
        "PUT, /hsds/services",
    })
    void shouldAskForAValidToken(String method, String path) {
        int before = services.seen();
        List<String> bad = List.of(
                "garbage",
                person().expired().sign(),
                person().audience("other").sign(),
                person().issuer("http://localhost:1/realms/footbridge").sign(),
                person().signedBySomebodyElse().sign());

        assertChallenge(given().request(method, path));
        bad.forEach(token -> assertChallenge(given().auth().oauth2(token).request(method, path)));
        assertThat(services.seen()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /hsds/services",
        "GET, /hsds/",
        "HEAD, /hsds/services",
        "POST, /hsds/services",
        "GET, /api/v1/directory/search?q=anxiety",
        "POST, /api/v1/directory/search",
        "GET, /api/v1/directory/crisis-lines",
        "GET, /api/v1/directory/services/1",
        "GET, /api/v1/directory/services/1/capacity",
        "POST, /api/v1/directory/services/1/contact-requests",
        "POST, /api/v1/directory/suggestions",
        "GET, /api/v1/directory/changes?modified_after=2026-01-01T00:00:00Z",
    })
    void shouldLetEverybodyUseWhatIsOpen(String method, String path) {
        assertThat(given().request(method, path).statusCode()).isEqualTo(200);
        assertChallenge(given().auth().oauth2("garbage").request(method, path), method);
    }

    @Test
    void shouldSayWhatOnlyTheDoorMaySay() {
        Response answer = caller().header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Host", "evil")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-User-Id", "admin")
                .header("X-User-Roles", "platform_admin")
                .header("X-Internal-Call", "yes")
                .header("X-Real-IP", "6.6.6.6")
                .header("X-Other", "kept")
                .get("/api/v1/referrals");

        assertThat(answer.jsonPath().getMap("headers"))
                .containsEntry("x-forwarded-for", "127.0.0.1")
                .containsEntry("x-forwarded-proto", "http")
                .containsEntry("x-other", "kept")
                .doesNotContainKeys("forwarded", "x-user-id", "x-user-roles", "x-internal-call", "x-real-ip");
        assertThat(answer.jsonPath().getString("headers.x-forwarded-host")).endsWith(":" + RestAssured.port);
    }

    @Test
    void shouldPassOnTheRequestIdAndTheTrace() {
        Response answer = caller().header("X-Request-Id", "request-0001")
                .header("traceparent", TRACE)
                .get("/api/v1/referrals");

        assertThat(answer.headers().getValues("X-Request-Id")).containsExactly("request-0001");
        assertThat(answer.jsonPath().getString("headers.x-request-id")).isEqualTo("request-0001");
        assertThat(answer.jsonPath().getString("headers.traceparent")).isEqualTo(TRACE);
    }

    @Test
    void shouldMakeARequestIdAndATrace() {
        Response answer = caller().header("traceparent", "nonsense").get("/api/v1/referrals");

        assertThat(answer.jsonPath().getString("headers.x-request-id")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.jsonPath().getString("headers.traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void shouldPassOnAnswersAsTheyAre() {
        Response refused = caller().get("/api/v1/referrals/refusing");
        Response nothing = caller().get("/api/v1/referrals/nothing");
        Response much = caller().get("/api/v1/referrals/long");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.asString()).contains("wrong-state");
        assertThat(nothing.statusCode()).isEqualTo(204);
        assertThat(nothing.header("ETag")).isEqualTo("\"7\"");
        assertThat(nothing.header("Transfer-Encoding")).isNull();
        assertThat(much.asByteArray()).hasSize(EchoService.LONG);
    }

    private RequestSpecification caller() {
        return given().auth().oauth2(person().sign());
    }

    private TokenBuilder person() {
        return tokens.person("e@example.edu").roles("educator").scopes("referral:read");
    }

    private static void assertChallenge(Response answer) {
        assertChallenge(answer, "GET");
    }

    private static void assertChallenge(Response answer, String method) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().getValues("WWW-Authenticate")).containsExactly("Bearer");
        if (!method.equals("HEAD")) {
            assertProblem(answer, 401, "unauthenticated");
        }
    }

    private static void assertProblem(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("/docs/problems#" + slug);
        assertThat(answer.jsonPath().getString("requestId")).isEqualTo(answer.header("X-Request-Id"));
    }
}
