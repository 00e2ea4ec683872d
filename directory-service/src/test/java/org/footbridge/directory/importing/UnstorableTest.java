package org.footbridge.directory.importing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file can hold and the database cannot: a fault with its place, and no run that fails again and again. */
@QuarkusTest
@DirectoryTest
class UnstorableTest {
    private static final String GOOD = "{\"id\":\"o-1\",\"name\":\"Good\",\"description\":\"d\"}\n";
    private static final String MAPPING = """
            {"columns": [{"column": "Agency", "field": "organization.name"}, {"column": "Program", "field": "service.name"}]}
            """;

    DemoTokens demo;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/lines/2/name|nul|{\"id\":\"o\",\"name\":\"a\\u0000b\",\"description\":\"d\"}",
                "/lines/2/id|nul|{\"id\":\"o\\u0000\",\"name\":\"n\",\"description\":\"d\"}",
                "/lines/2/x\ufffd|nul|{\"id\":\"o\",\"name\":\"n\",\"description\":\"d\",\"x\\u0000\":1}",
                "/lines/2/x|number|{\"id\":\"o\",\"name\":\"n\",\"description\":\"d\",\"x\":1e200000}"
            })
    void shouldNameTheLineOfWhatCannotBeKept(String pointer, String code, String line) {
        assertRejected(run("application/x-ndjson", GOOD + line), pointer, code);
    }

    @Test
    void shouldNameTheRecordWhoseIdIsTooLong() {
        String id = "x".repeat(3000);
        String file = "[{\"id\":\"%s\",\"name\":\"n\",\"description\":\"d\"}]".formatted(id);
        assertRejected(run("application/json", file), "/0/id", "max-length");
    }

    @Test
    void shouldNameTheLineThatIsNoUtf8() {
        byte[] latin = (GOOD + GOOD.replace("Good", "Caf\u00e9")).getBytes(StandardCharsets.ISO_8859_1);
        assertRejected(Imports.run(demo, Imports.source(demo), "application/x-ndjson", latin), "/lines/2", "not-utf-8");
    }

    @Test
    void shouldNameTheRowOfWhatCannotBeKept() {
        String source = mapped();
        JsonPath cell = Imports.run(demo, source, "text/csv", bytes("Agency,Program\nRain\0bow,Group\n"));
        assertRejected(cell, "/rows/2/name", "nul");
        JsonPath header = Imports.run(demo, source, "text/csv", bytes("Agency,Program,No\0te\nRainbow,Group,x\n"));
        assertThat(header.getString("state")).as(header.prettify()).isEqualTo("APPLIED");
        assertThat(header.getList("warnings.pointer")).containsExactly("/rows/1/No\ufffdte");
    }

    @Test
    void shouldRefuseADocumentThatCannotBeKept() {
        String document = "{\"id\":\"%s\",\"name\":\"n\",\"description\":\"a\\u0000b\"}";
        DemoDirectory.load(demo, document.formatted(UUID.randomUUID()))
                .statusCode(422)
                .body("errors.pointer", hasItem("/description"));
    }

    @Test
    void shouldRefuseAnEditThatCannotBeKept() throws IOException {
        // Given
        DemoDirectory.present(demo);
        String record = "/api/v1/directory/services/" + DemoDirectory.FAMILY_COUNSELING + "/record";
        Response read = given().auth().oauth2(demo.platformAdmin().sign()).get(record);
        ObjectNode changed = (ObjectNode) DemoDirectory.JSON.readTree(read.asString());
        ((ObjectNode) changed.get("record")).put("alert", "a\0b");

        // When
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType(ContentType.JSON)
                .header("If-Match", read.header("ETag"))
                .body(changed.toString())
                .put(record)

                // Then
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/record/alert"));
    }

    @Test
    void shouldRefuseASourceThatCannotBeKept() {
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType(ContentType.JSON)
                .body("{\"code\":\"nul\",\"name\":\"a\\u0000b\"}")
                .post(Imports.SOURCES)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/name"));
    }

    private static void assertRejected(JsonPath run, String pointer, String code) {
        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("REJECTED");
        assertThat(run.getList("errors.pointer")).containsExactly(pointer);
        assertThat(run.getList("errors.code")).containsExactly(code);
    }

    private JsonPath run(String type, String file) {
        return Imports.run(demo, Imports.source(demo), type, bytes(file));
    }

    private String mapped() {
        return given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType(ContentType.JSON)
                .body("{\"code\":\"m-%s\",\"name\":\"Table\",\"mapping\":%s}"
                        .formatted(UUID.randomUUID().toString().substring(0, 13), MAPPING))
                .post(Imports.SOURCES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
