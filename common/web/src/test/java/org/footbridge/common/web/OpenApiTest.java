package org.footbridge.common.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.footbridge.common.web.probe.Issuer;
import org.junit.jupiter.api.Test;

/** The document says of each operation who may call it and what can go wrong. */
@QuarkusTest
@WithTestResource(Issuer.class)
class OpenApiTest {

    @Test
    void shouldSayWhoMayCall() {
        JsonPath document = document();

        assertThat(document.getString("components.securitySchemes.jwt.scheme")).isEqualTo("bearer");
        assertThat(document.getList("paths.'/probe/things'.post.security", Map.class))
                .containsExactly(Map.of("jwt", List.of("thing:write")));
        assertThat(document.getList("paths.'/probe/things/{id}'.get.x-roles"))
                .containsExactly("educator", "coordinator");
        assertThat(document.getList("paths.'/probe/open'.get.security")).isEmpty();
    }

    @Test
    void shouldSayWhatCanGoWrong() {
        JsonPath document = document();

        assertThat(statuses(document, "/probe/things", "post"))
                .contains("200", "400", "401", "403", "406", "409", "413", "415", "422", "500", "503")
                .doesNotContain("412", "428");
        assertThat(statuses(document, "/probe/things/{id}", "put")).contains("401", "404", "409", "412", "428");
        assertThat(statuses(document, "/probe/open", "get"))
                .contains("200", "500")
                .doesNotContain("401", "403", "422");
        assertThat(document.getString("components.responses.Invalid.content.'application/problem+json'.schema.'$ref'"))
                .isEqualTo("#/components/schemas/Problem");
        assertThat(document.getString("components.schemas.Problem.properties.errors.items.'$ref'"))
                .isEqualTo("#/components/schemas/Fault");
    }

    @Test
    void shouldNameEveryOperation() {
        Map<String, Map<String, Map<String, Object>>> paths = document().getMap("paths");

        List<Object> ids = paths.values().stream()
                .flatMap(item -> item.values().stream())
                .peek(operation -> assertThat((String) operation.get("summary")).isNotBlank())
                .map(operation -> operation.get("operationId"))
                .toList();
        assertThat(ids).doesNotContainNull().doesNotHaveDuplicates().hasSizeGreaterThan(8);
    }

    @Test
    void shouldServeTheSameDocumentInBothForms() {
        JsonPath json = document();

        assertThat(given().get("/q/openapi").contentType()).startsWith("application/yaml");
        assertThat(given().head("/q/openapi?format=json").contentType()).startsWith("application/json");
        assertThat(given().get("/q/openapi").asString())
                .isEqualTo(given().get("/q/openapi.yaml").asString())
                .startsWith("---\nopenapi: 3.1.0")
                .contains("operationId: " + json.getString("paths.'/probe/open'.get.operationId"));
        assertThat(given().accept("application/json")
                        .get("/q/openapi")
                        .jsonPath()
                        .getMap("paths"))
                .isEqualTo(json.getMap("paths"))
                .isEqualTo(given().get("/q/openapi.json").jsonPath().getMap("paths"));
    }

    private static JsonPath document() {
        return given().get("/q/openapi?format=json").jsonPath();
    }

    private static Iterable<String> statuses(JsonPath document, String path, String verb) {
        Map<String, Object> responses = document.getMap("paths.'" + path + "'." + verb + ".responses");
        return responses.keySet();
    }
}
