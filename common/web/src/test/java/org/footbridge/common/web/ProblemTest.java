package org.footbridge.common.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.common.testsupport.TokenFactory;
import org.footbridge.common.web.probe.Issuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, the answer is a problem document that says so and says no more. */
@QuarkusTest
@WithTestResource(Issuer.class)
class ProblemTest {
    private static final String ID = "01980000-0000-7000-8000-000000000001";

    TokenFactory tokens;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                        | missing",
                "null                                      | missing",
                "{                                         | not-json",
                "{\"name\":\"a\"} x                        | not-json",
                "{\"name\":\"a\",\"name\":\"b\"}           | not-json",
                "[]                                        | object",
                "\"text\"                                  | object",
                "{\"nme\":1}                               | /nme unknown-member",
                "{\"name\":5}                              | /name text",
                "{\"count\":\"1\"}                         | /count integer",
                "{\"count\":1.5}                           | /count integer",
                "{\"id\":\"no\"}                           | /id uuid",
                "{\"day\":\"2020\"}                        | /day date",
                "{\"day\":3}                               | /day date",
                "{\"at\":\"2020-01-01\"}                   | /at date-time",
                "{\"at\":1}                                | /at date-time",
                "{\"colour\":\"BLUE\"}                     | /colour unknown-value",
                "{\"colour\":0}                            | /colour unknown-value",
                "{\"flag\":1}                              | /flag boolean",
                "{\"flag\":\"true\"}                       | /flag boolean",
                "{\"tags\":\"a\"}                          | /tags array",
                "{\"tags\":[1]}                            | /tags/0 text",
                "{\"parts\":[{\"label\":\"x\"},{\"lbl\":1}]} | /parts/1/lbl unknown-member",
                "{\"shape\":{\"kind\":\"triangle\"}}       | /shape unknown-type",
                "{\"shape\":{\"radius\":1}}                | /shape unknown-type",
            })
    void shouldSayWhatCannotBeRead(String body, String fault) {
        Response answer = educator().contentType("application/json").body(body).post("/probe/things");

        assertProblem(answer, 400, "malformed");
        assertThat(faults(answer)).containsExactly(fault);
    }

    @Test
    void shouldNameAllFaultsOfAnUnreadableBody() {
        Response answer = educator().contentType("application/json").body("""
                {"nme": 1, "count": "x", "id": "no", "day": "2020", "colour": "BLUE", "tags": [3, "a", 4],
                 "parts": [{"label": "x", "weight": "heavy"}, 5], "shape": {"kind": "circle", "radius": "r", "x": 1}}
                """).post("/probe/things");

        assertProblem(answer, 400, "malformed");
        assertThat(faults(answer))
                .containsExactlyInAnyOrder(
                        "/nme unknown-member",
                        "/count integer",
                        "/id uuid",
                        "/day date",
                        "/colour unknown-value",
                        "/tags/0 text",
                        "/tags/2 text",
                        "/parts/0/weight integer",
                        "/parts/1 object",
                        "/shape/radius integer",
                        "/shape/x unknown-member");
    }

    @Test
    void shouldNameAllBrokenConstraints() {
        Response answer = educator().contentType("application/json").body("""
                {"name": "", "count": 0, "tags": ["", "a"], "parts": [{"label": "x", "weight": -1}]}
                """).post("/probe/things");

        assertProblem(answer, 422, "invalid");
        assertThat(faults(answer))
                .containsExactly("/count min", "/name not-blank", "/parts/0/weight min", "/tags/0 not-blank");
    }

    @ParameterizedTest
    @CsvSource({
        "things/abc,                     path/id uuid",
        "things/1-1-1-1-1,               path/id uuid",
        "things?limit=x,                 query/limit integer",
        "things?limit=0,                 query/limit min",
        "things?limit=201,               query/limit max",
        "things?since=2020,              query/since date",
        "things?colour=BLUE,             query/colour unknown-value",
        "things?owner=1,                 query/owner uuid",
        "things?flag=maybe,              query/flag boolean",
        "things?colours=RED&colours=X,   query/colours unknown-value",
        "things?limit=99999999999,       query/limit integer",
    })
    void shouldSayWhichParameterIsWrong(String path, String fault) {
        Response answer = educator().urlEncodingEnabled(false).get("/probe/" + path);

        assertProblem(answer, 400, "invalid-parameter");
        assertThat(faults(answer)).containsExactly(fault);
    }

    @Test
    void shouldNameAllWrongParametersAtOnce() {
        Response answer = educator().header("X-Number", "many").get("/probe/things?limit=x&since=y&owner=z");

        assertThat(faults(answer))
                .containsExactly(
                        "query/limit integer", "query/since date", "query/owner uuid", "header/X-Number integer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/nothing", "/nothing", "/q/nothing", "/probe/things/a/b/c", "/"})
    void shouldAnswerAnUnknownPathWithAProblem(String path) {
        assertProblem(educator().accept("text/html").get(path), 404, "not-found");
        assertProblem(given().get(path), 404, "not-found");
    }

    @Test
    void shouldNameTheMethodsThatAPathHas() {
        Response answer = educator().delete("/probe/things/" + ID);

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET, PUT");
    }

    @Test
    void shouldRefuseMediaTypes() {
        assertProblem(educator().accept("text/csv").get("/probe/open"), 406, "not-acceptable");
        assertProblem(
                educator().contentType("text/csv").body("a").post("/probe/things"), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/things/" + ID, "/probe/things/abc"})
    void shouldAskForAToken(String path) {
        Response answer = given().get(path);

        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().getValues("WWW-Authenticate")).containsExactly("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/things/" + ID, "/probe/open", "/q/health", "/nothing"})
    void shouldRefuseABadTokenOnEveryPath(String path) {
        List<String> bad = List.of(
                "garbage",
                "a.b.c",
                person().expired().sign(),
                person().audience("other").sign(),
                person().issuer("http://localhost:1/realms/footbridge").sign(),
                person().signedBySomebodyElse().sign());
        for (String token : bad) {
            Response answer = given().auth().oauth2(token).get(path);

            assertProblem(answer, 401, "unauthenticated");
            assertThat(answer.headers().getValues("WWW-Authenticate")).hasSize(1);
        }
    }

    @Test
    void shouldRefuseWithoutTheScopeOrTheRole() {
        String path = "/probe/things/" + ID;
        String noScope = person().scopes("thing:write").sign();
        String noRole = person().roles("guardian").sign();

        assertProblem(given().auth().oauth2(noScope).get(path), 403, "forbidden");
        assertProblem(given().auth().oauth2(noRole).get(path), 403, "forbidden");
        assertProblem(educator().get("/probe/undeclared"), 403, "forbidden");
        assertThat(educator().get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldAskForIfMatchAndRefuseAStaleOne() {
        String path = "/probe/things/" + ID;

        assertProblem(educator().put(path), 428, "precondition-required");
        assertProblem(educator().header("If-Match", "\"2\"").put(path), 412, "stale");
        assertProblem(educator().header("If-Match", "W/\"3\"").put(path), 412, "stale");
        assertThat(educator().header("If-Match", "\"3\"").put(path).header("ETag"))
                .isEqualTo("\"4\"");
    }

    @Test
    void shouldKeepOurOwnFaultsToOurselves() {
        Response answer = given().get("/probe/broken");

        assertProblem(answer, 500, "internal");
        assertThat(answer.asString()).doesNotContain("select").doesNotContain("java");
    }

    @Test
    void shouldCarryFurtherMembersAndHeaders() {
        Response answer = given().get("/probe/conflict");

        assertProblem(answer, 409, "conflict");
        assertThat(answer.jsonPath().getList("allowed")).containsExactly("reopen");
        assertThat(answer.header("Retry-After")).isEqualTo("7");
    }

    private RequestSpecification educator() {
        return given().auth().oauth2(person().sign());
    }

    private TokenBuilder person() {
        return tokens.person("e@example.edu")
                .tenant(UUID.fromString("01980000-0000-7000-8000-00000000d001"))
                .roles("educator")
                .scopes("thing:read", "thing:write");
    }

    private static List<String> faults(Response answer) {
        List<Map<String, String>> faults = answer.jsonPath().getList("errors");
        return faults.stream()
                .map(fault -> (fault.get("pointer") + " " + fault.get("code")).strip())
                .toList();
    }

    private static void assertProblem(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("/docs/problems#" + slug);
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.jsonPath().getString("title")).isNotBlank();
        assertThat(answer.jsonPath().getString("requestId")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.asString()).doesNotContain("org.footbridge").doesNotContain("jackson");
    }
}
