package org.footbridge.common.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.footbridge.common.web.probe.Issuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The request id and the trace context go along; private answers are not cached; lists name their next page. */
@QuarkusTest
@WithTestResource(Issuer.class)
class RequestTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void shouldEchoAFairRequestId() {
        assertThat(given().header("X-Request-Id", "abc-123.DEF_4")
                        .get("/probe/open")
                        .header("X-Request-Id"))
                .isEqualTo("abc-123.DEF_4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space in it", "<script>alert(1)</script>", "x;y=zzzzzzz"})
    void shouldMakeARequestIdInPlaceOfAnUnfairOne(String unfair) {
        assertThat(given().header("X-Request-Id", unfair).get("/probe/open").header("X-Request-Id"))
                .isNotEqualTo(unfair)
                .hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/context", "/probe/context/late", "/probe/context/worker"})
    void shouldKeepRequestIdAndTraceAcrossHops(String path) {
        Response answer = given().header("X-Request-Id", "request-0001")
                .header("traceparent", TRACE)
                .get(path);

        assertThat(answer.jsonPath().getString("requestId")).isEqualTo("request-0001");
        assertThat(answer.jsonPath().getString("traceparent")).isEqualTo(TRACE);
        assertThat(answer.jsonPath().getString("logged")).isEqualTo("request-0001");
    }

    @Test
    void shouldForgetTheTraceOfAnEarlierRequest() {
        given().header("traceparent", TRACE).get("/probe/context");

        Response answer = given().header("traceparent", "00-not-a-trace").get("/probe/context");

        assertThat(answer.jsonPath().getString("traceparent")).isNull();
    }

    @Test
    void shouldSealAnswersUnlessTheResourceSaysOtherwise() {
        assertThat(given().get("/probe/open").header("Cache-Control")).isEqualTo("no-store");
        assertThat(given().get("/probe/public").header("Cache-Control")).isEqualTo("max-age=60");
    }

    @Test
    void shouldLinkTheNextPageRelativeToTheDoor() {
        Response answer = given().get("/probe/things?colour=RED&cursor=old&limit=7");

        assertThat(answer.header("Link")).isEqualTo("</probe/things?colour=RED&limit=7&cursor=more>; rel=\"next\"");
    }
}
