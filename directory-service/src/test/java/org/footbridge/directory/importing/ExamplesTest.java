package org.footbridge.directory.importing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.directory.DirectoryTest;
import org.footbridge.directory.importing.format.Entities;
import org.footbridge.directory.importing.format.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The official examples of HSDS, an external set: each goes in from a source of its own and comes out with nothing dropped. */
@QuarkusTest
@DirectoryTest
class ExamplesTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("footbridge.root", ".."), "../shared/data/hsds/v3.2.3-examples");

    DemoTokens demo;

    @ParameterizedTest
    @CsvSource({
        "service_full.json, service, /hsds/services/{id}",
        "organization_full.json, organization, /hsds/organizations/{id}?full_service=true",
        "service_at_location_full.json, service_at_location, /hsds/service_at_locations/{id}",
        "taxonomy.json, taxonomy, /hsds/taxonomies/{id}",
        "taxonomy_term.json, taxonomy_term, /hsds/taxonomy_terms/{id}",
    })
    void shouldServeARecordAsItCame(String file, String entity, String path) throws IOException {
        JsonNode example = example(file);
        String source = Imports.source(demo);

        JsonPath run = Imports.run(demo, source, "application/json", Json.MAPPER.writeValueAsBytes(example));

        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("APPLIED");
        String id = Imports.id(demo, source, entity, example.path("id").asText());
        JsonNode served = Json.MAPPER.readTree(
                given().get(path, id).then().statusCode(200).extract().asByteArray());
        new Canonical().assertKept(entity, withoutOurTime(example), served);
    }

    @ParameterizedTest
    @CsvSource({
        "service_list.json, service, /hsds/services/{id}",
        "organization_list.json, organization, /hsds/organizations/{id}",
        "service_at_location_list.json, service_at_location, /hsds/service_at_locations/{id}",
        "taxonomy_list.json, taxonomy, /hsds/taxonomies/{id}",
        "taxonomy_term_list.json, taxonomy_term, /hsds/taxonomy_terms/{id}",
    })
    void shouldServeEachRecordOfAPageAsItCame(String file, String entity, String path) throws IOException {
        JsonNode example = example(file);
        String source = Imports.source(demo);

        JsonPath run = Imports.run(demo, source, "application/json", Json.MAPPER.writeValueAsBytes(example));

        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("APPLIED");
        for (JsonNode record : example.path("contents")) {
            String id = Imports.id(demo, source, entity, record.path("id").asText());
            JsonNode served = Json.MAPPER.readTree(
                    given().get(path, id).then().statusCode(200).extract().asByteArray());
            new Canonical().assertKept(entity, withoutOurTime(record), served);
        }
    }

    @Test
    void shouldExportAPlaceOfNobodyAsItCame() throws IOException {
        JsonNode example = example("location.json");
        String source = Imports.source(demo);

        JsonPath run = Imports.run(demo, source, "application/json", Json.MAPPER.writeValueAsBytes(example));

        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("APPLIED");
        assertThat(run.getList("warnings.code")).contains("off-the-globe");
        String id =
                Imports.id(demo, source, Entities.LOCATION, example.path("id").asText());
        new Canonical().assertKept(Entities.LOCATION, example, exported("locations", id));
    }

    @Test
    void shouldExportAServiceWithEveryMemberAndItsOwnTime() throws IOException {
        JsonNode example = example("organization_full.json");
        String source = Imports.source(demo);

        Imports.run(demo, source, "application/json", Json.MAPPER.writeValueAsBytes(example));

        String id = Imports.id(
                demo, source, Entities.ORGANIZATION, example.path("id").asText());
        new Canonical().assertKept(Entities.ORGANIZATION, example, exported("organizations", id));
    }

    @Test
    void shouldTakeTheDescriptionOfAnApiForWhatItIs() throws IOException {
        JsonPath run = Imports.run(
                demo, Imports.source(demo), "application/json", Json.MAPPER.writeValueAsBytes(example("base.json")));

        assertThat(run.getString("state")).isEqualTo("APPLIED");
        assertThat(run.getList("warnings.code")).containsExactly("api-description");
    }

    private JsonNode exported(String list, String id) {
        for (JsonNode record : Imports.exported(demo).path(list)) {
            if (record.path("id").asText().equals(id)) {
                return record;
            }
        }
        throw new AssertionError(list + " hold no " + id);
    }

    /** HSDS readers ask for what changed here, so {@code /hsds} says when it changed here; exports keep what the source said. */
    private static JsonNode withoutOurTime(JsonNode example) {
        JsonNode copy = example.deepCopy();
        copy.findParents("last_modified").forEach(node -> ((ObjectNode) node).remove("last_modified"));
        return copy;
    }

    private static JsonNode example(String file) throws IOException {
        Path path = EXAMPLES.resolve(file);
        assumeTrue(Files.exists(path), "the official examples are not at hand");
        return Json.MAPPER.readTree(path.toFile());
    }
}
