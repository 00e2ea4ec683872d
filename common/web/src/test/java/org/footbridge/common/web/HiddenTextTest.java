package org.footbridge.common.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.TokenFactory;
import org.footbridge.common.web.probe.Issuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that hides characters is refused once, for every operation of every service; honest text of every script is taken. */
@QuarkusTest
@WithTestResource(Issuer.class)
class HiddenTextTest {
    TokenFactory tokens;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0000",
                "\\u0007",
                "\\b",
                "\\f",
                "\\u007f",
                "\u007f",
                "\u009b",
                "\\u0085",
                "\\ud83c",
                "\\ude22x"
            })
    void shouldRefuseWhatHides(String hidden) {
        Response answer = create("{\"name\":\"a" + hidden + "b\",\"count\":1}");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(faults(answer)).containsExactly("/name plain-text");
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void shouldNameItWithEveryOtherFault() {
        Response answer = create("""
                {"name": "", "count": 0, "tags": ["a", "b\\u0000"], "parts": [{"label": "\\u0001", "weight": -1}]}
                """);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(faults(answer))
                .containsExactly(
                        "/count min",
                        "/name not-blank",
                        "/parts/0/label plain-text",
                        "/parts/0/weight min",
                        "/tags/1 plain-text");
    }

    @Test
    void shouldSayFirstWhatCannotBeRead() {
        Response answer = create("{\"na\\u0000me\":\"a\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\n\\r\\tb",
                "\u202Eabc",
                "\u05d4\u05d9\u05d0",
                "\\ud83d\\ude22",
                "\uD83D\uDE22",
                "e\u0301",
                "\u4f60\u597d"
            })
    void shouldTakeHonestTextOfEveryScript(String honest) {
        Response answer = create("{\"name\":\"" + honest + "\",\"count\":1}");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    @Test
    void shouldLookIntoOtherEncodingsToo() {
        byte[] body = "{\"name\":\"a\\u0000b\",\"count\":1}".getBytes(StandardCharsets.UTF_16BE);
        Response answer = given().auth()
                .oauth2(token())
                .contentType("application/json")
                .body(body)
                .post("/probe/things");

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/things?colour=%00", "/probe/open?q=a%00b", "/probe/open%00"})
    void shouldRefuseNulInATarget(String target) {
        Response answer = given().urlEncodingEnabled(false).get(target);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    private Response create(String body) {
        return given().auth()
                .oauth2(token())
                .contentType("application/json; charset=utf-8")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/probe/things");
    }

    private String token() {
        return tokens.person("e@example.edu")
                .tenant(UUID.fromString("01980000-0000-7000-8000-00000000d001"))
                .roles("educator")
                .scopes("thing:read", "thing:write")
                .sign();
    }

    private static List<String> faults(Response answer) {
        List<Map<String, String>> faults = answer.jsonPath().getList("errors");
        return faults.stream()
                .map(fault -> fault.get("pointer") + " " + fault.get("code"))
                .toList();
    }
}
