package org.footbridge.directory.importing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.directory.DirectoryTest;
import org.footbridge.directory.importing.format.Entities;
import org.footbridge.directory.importing.format.TableNames;
import org.junit.jupiter.api.Test;

/** The official example of the tabular form, an external set: it goes in as a package and every row comes out again. */
@QuarkusTest
@DirectoryTest
class TabularExampleTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("footbridge.root", ".."), "../shared/data/hsds/v3.2.3-examples");
    private static final Set<String> NESTED_REFERENCES = Set.of("phone_id", "contact_id", "unit_id", "program_id");

    DemoTokens demo;

    @Test
    void shouldGiveOutEveryRowOfTheOfficialPackage() throws IOException {
        // Given
        assumeTrue(Files.exists(EXAMPLES), "the official examples are not at hand");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> csv = Files.list(EXAMPLES.resolve("csv"))) {
            for (Path file : csv.sorted().toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        String source = Imports.source(demo);

        // When
        JsonPath run = Imports.run(demo, source, "application/zip", Zips.of(files));

        // Then
        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("APPLIED");
        Map<String, List<Map<String, String>>> out = exported();
        Map<String, String> ours = ours(source);
        TableNames.all().forEach((entity, file) -> {
            for (Map<String, String> row : Zips.rows(files.get(file))) {
                assertThat(out.get(file))
                        .as(file + " holds " + row)
                        .anyMatch(exported -> isSame(entity, row, exported, ours));
            }
        });
    }

    @Test
    void shouldTakeTheTablesAsJson() throws IOException {
        assumeTrue(Files.exists(EXAMPLES), "the official examples are not at hand");

        JsonPath run = Imports.run(
                demo, Imports.source(demo), "application/json", Files.readAllBytes(EXAMPLES.resolve("tabular.json")));

        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("APPLIED");
        assertThat(run.getInt("counts.services.created")).isEqualTo(1);
    }

    private Map<String, List<Map<String, String>>> exported() {
        return Zips.tables(given().auth()
                .oauth2(demo.platformAdmin().sign())
                .queryParam("guardFormulas", false)
                .get("/api/v1/directory/exports/hsds.zip")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    /** What the source calls a record, and what it is called here: kind and foreign id to ours. */
    private Map<String, String> ours(String source) {
        JsonPath page = given().auth()
                .oauth2(demo.platformAdmin().sign())
                .queryParam("limit", 200)
                .get(Imports.SOURCES + "/{source}/ids", source)
                .jsonPath();
        Map<String, String> ours = new LinkedHashMap<>();
        page.<Map<String, String>>getList("items")
                .forEach(item -> ours.put(item.get("entity") + item.get("foreignId"), item.get("id")));
        return ours;
    }

    private static boolean isSame(
            String entity, Map<String, String> row, Map<String, String> exported, Map<String, String> ours) {
        return row.entrySet().stream().allMatch(cell -> {
            String value = exported.getOrDefault(cell.getKey(), "");
            if (NESTED_REFERENCES.contains(cell.getKey())
                    || cell.getKey().equals("id") && !Entities.OWN_TABLE.contains(entity)) {
                return !value.isEmpty();
            }
            String kind = cell.getKey().equals("id") ? entity : Entities.named(cell.getKey());
            String expected =
                    kind == null ? cell.getValue() : ours.getOrDefault(kind + cell.getValue(), cell.getValue());
            return expected.equals(value) || isSameNumber(expected, value);
        });
    }

    private static boolean isSameNumber(String expected, String value) {
        return expected.matches("-?[0-9.]+")
                && value.matches("-?[0-9.]+")
                && new BigDecimal(expected).compareTo(new BigDecimal(value)) == 0;
    }
}
