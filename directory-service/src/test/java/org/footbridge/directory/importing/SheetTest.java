package org.footbridge.directory.importing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.Test;

/** Tables of people, by what their source says the columns mean; and the rows of SAMHSA's locator. */
@QuarkusTest
@DirectoryTest
class SheetTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String MAPPING = """
            {"columns": [
               {"column": "Agency", "field": "organization.name"},
               {"column": "Program", "field": "service.name"},
               {"column": "Open?", "field": "service.status", "values": {"Y": "active", "N": "inactive"}},
               {"column": "From age", "field": "service.minimum_age"},
               {"column": "Languages", "field": "service.languages", "separator": "/"},
               {"column": "Pays", "field": "service.insurance"},
               {"column": "Street", "field": "location.address_1"},
               {"column": "City", "field": "location.city"},
               {"column": "Zip", "field": "location.postal_code"}],
             "constants": {"location.state_province": "KS"}}
            """;
    private static final String CSV = """
            Agency,Program,Open?,From age,Languages,Pays,Street,City,Zip,Secret notes
            Rainbow,Youth group,Y,12,en/es,Medicaid;Private,1 Main St,Salina,67401,x
            Rainbow,Youth group,Y,12,en/es,Medicaid;Private,2 Oak Ave,Salina,67401,y
            Rainbow,Family talk,N,,,,,,,z
            """;

    DemoTokens demo;

    @Test
    void shouldReadATableByTheMappingOfItsSource() {
        // Given
        String source = mapped();

        // When
        JsonPath run = Imports.run(demo, source, "text/csv", CSV.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("APPLIED");
        assertThat(run.getInt("counts.organizations.created")).isEqualTo(1);
        assertThat(run.getInt("counts.services.created")).isEqualTo(2);
        assertThat(run.getInt("counts.serviceAtLocations.created")).isEqualTo(2);
        assertThat(run.getList("warnings.pointer")).containsExactly("/rows/1/Secret notes");
        given().get("/hsds/services/{id}", Imports.id(demo, source, "service", "rainbow/youth-group"))
                .then()
                .statusCode(200)
                .body("minimum_age", equalTo(12))
                .body("languages.code", hasItems("en", "es"))
                .body("attributes.value", hasItems("medicaid", "private"))
                .body("service_at_locations", hasSize(2))
                .body("service_at_locations.location.addresses.flatten().address_1", hasItem("2 Oak Ave"));
        given().get("/hsds/services/{id}", Imports.id(demo, source, "service", "rainbow/family-talk"))
                .then()
                .body("status", equalTo("inactive"));
        JsonPath again = Imports.run(demo, source, "text/csv", CSV.getBytes(StandardCharsets.UTF_8));
        assertThat(again.getInt("counts.services.unchanged")).isEqualTo(2);
    }

    @Test
    void shouldReadAWorkbookAsTheSameTable() throws IOException {
        String source = mapped();

        JsonPath run = Imports.run(demo, source, XLSX, workbook());

        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("APPLIED");
        given().get("/hsds/services/{id}", Imports.id(demo, source, "service", "rainbow/youth-group"))
                .then()
                .body("minimum_age", equalTo(12))
                .body("service_at_locations.location.addresses.flatten().postal_code", hasItem("67401"));
    }

    @Test
    void shouldNameRowAndColumnOfEachFault() {
        String wrong = CSV.replace("Rainbow,Youth group,Y,12,en/es,Medicaid;Private,2", ",Youth group,Y,twelve,,,2")
                .replace("Family talk,N", "Family talk,perhaps");

        JsonPath run = Imports.run(demo, mapped(), "text/csv", wrong.getBytes(StandardCharsets.UTF_8));
        JsonPath later = Imports.run(
                demo, mapped(), "text/csv", wrong.replace(",Youth", "R,Youth").getBytes(StandardCharsets.UTF_8));
        JsonPath last = Imports.run(
                demo,
                mapped(),
                "text/csv",
                CSV.replace("Family talk,N", "Family talk,perhaps").getBytes(StandardCharsets.UTF_8));

        assertThat(run.getList("errors.pointer")).containsExactly("/rows/3/Agency");
        assertThat(later.getList("errors.pointer")).containsExactly("/rows/3/From age");
        assertThat(last.getList("errors.pointer")).containsExactly("/rows/4/status");
    }

    @Test
    void shouldRefuseATableWhoseColumnsNobodyExplained() {
        JsonPath unmapped = Imports.run(demo, Imports.source(demo), "text/csv", CSV.getBytes(StandardCharsets.UTF_8));
        JsonPath another =
                Imports.run(demo, mapped(), "text/csv", "Agency,Program\nA,B\n".getBytes(StandardCharsets.UTF_8));

        assertThat(unmapped.getList("errors.code")).containsExactly("no-mapping");
        assertThat(another.getList("errors.code")).contains("no-column");
    }

    @Test
    void shouldRefuseAWorkbookThatGrowsWithoutEndOrIsNone() {
        byte[] bomb = Zips.of(Map.of("xl/worksheets/sheet1.xml", new byte[101 * 1024 * 1024]));

        assertThat(Imports.run(demo, mapped(), XLSX, bomb).getList("errors.code"))
                .containsExactly("too-large-inside");
        assertThat(Imports.run(demo, mapped(), XLSX, Zips.ofText(Map.of("a.txt", "b")))
                        .getList("errors.code"))
                .containsExactly("not-xlsx");
    }

    @Test
    void shouldRefuseACellBeyondTheLastColumn() throws IOException {
        byte[] wide =
                Zips.changed(workbook(), "xl/worksheets/sheet1.xml", sheet -> sheet.replace("\"B2\"", "\"ZZZZZZ2\""));

        assertThat(Imports.run(demo, mapped(), XLSX, wide).getList("errors.code"))
                .containsExactly("too-many-columns");
    }

    @Test
    void shouldStopAtMoreCellsThanTheHeapHasRoomFor() {
        String row = ",".repeat(5_999) + "x\n";
        String table = "a" + ",".repeat(5_999) + "\n" + row.repeat(900);

        assertThat(Imports.run(demo, mapped(), "text/csv", table.getBytes(StandardCharsets.UTF_8))
                        .getList("errors.code"))
                .containsExactly("too-many-rows");
    }

    @Test
    void shouldNameNoMoreFaultsThanAnybodyMends() {
        String table = "Agency,Program\n" + "A,B,too,many\n".repeat(1_100);

        assertThat(Imports.run(demo, mapped(), "text/csv", table.getBytes(StandardCharsets.UTF_8))
                        .getList("errors.code"))
                .hasSizeLessThanOrEqualTo(1_001)
                .contains("too-many-cells");
    }

    @Test
    void shouldRefuseAMappingThatMeansNothing() {
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("application/json")
                .body("""
                        {"code": "x-nothing", "name": "n", "mapping": {"columns": [
                          {"column": "A", "field": "service.colour"}, {"column": "B", "field": "service.name"},
                          {"column": "C", "field": "service.name"}]}}
                        """)
                .post(Imports.SOURCES)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/mapping/columns/0/field", "/mapping/columns/2/field"))
                .body("errors.code", hasItem("required"));
    }

    @Test
    void shouldReadRowsOfSamhsasLocator() {
        // Given
        String source = Imports.source(demo);
        String rows = """
                {"page": 1, "totalPages": 1, "recordCount": 1, "rows": [
                  {"_irow": 1, "name1": "Prairie Clinic", "name2": "Teen unit", "street1": "9 Elm St", "city": "Salina",
                   "state": "KS", "zip": "67401", "phone": "785-555-0100", "hotline1": "785-555-0199",
                   "website": "www.prairie.example", "latitude": "38.84", "longitude": "-97.61", "miles": 1.2,
                   "typeFacility": "MH", "services": [
                     {"f1": "Payment", "f2": "PAY", "f3": "Medicaid; Cash or self-payment"},
                     {"f1": "Age Groups Accepted", "f2": "AGE", "f3": "Children/Adolescents; Young Adults"}]}]}
                """;

        // When
        JsonPath run = samhsa(source, rows);

        // Then
        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("APPLIED");
        assertThat(run.getInt("counts.taxonomies.created")).isEqualTo(2);
        assertThat(run.getInt("counts.taxonomyTerms.created")).isEqualTo(4);
        String id = Imports.id(demo, source, "service", "samhsa/prairie-clinic/teen-unit/9-elm-st-67401");
        String term = Imports.id(demo, source, "taxonomy_term", "samhsa/pay/medicaid");
        given().get("/hsds/services/{id}", id)
                .then()
                .body("name", equalTo("Teen unit"))
                .body("minimum_age", equalTo(0))
                .body("maximum_age", equalTo(25))
                .body("url", equalTo("https://www.prairie.example"))
                .body("attributes.value", hasItem("medicaid"));
        given().get("/hsds/services?taxonomy_term_id=" + term)
                .then()
                .statusCode(200)
                .body("contents.id", hasItem(id));
        assertThat(samhsa(source, rows).getInt("counts.services.unchanged")).isEqualTo(1);
    }

    private JsonPath samhsa(String source, String rows) {
        String location = given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("application/json")
                .queryParam("rows", "samhsa")
                .body(rows)
                .post(Imports.RUNS, source)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return Imports.ended(demo, location);
    }

    private String mapped() {
        String code = "m-" + UUID.randomUUID().toString().substring(0, 13);
        return given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("application/json")
                .body("{\"code\":\"" + code + "\",\"name\":\"Spreadsheet\",\"mapping\":" + MAPPING + "}")
                .post(Imports.SOURCES)
                .then()
                .statusCode(201)
                .body("mapping.columns", hasSize(9))
                .extract()
                .path("id");
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Services");
            String[] lines = CSV.split("\n");
            for (int row = 0; row < lines.length; row++) {
                String[] cells = lines[row].split(",", -1);
                for (int column = 0; column < cells.length; column++) {
                    if (cells[column].matches("\\d+")) {
                        sheet.value(row, column, Integer.parseInt(cells[column]));
                    } else if (!cells[column].isEmpty()) {
                        sheet.value(row, column, cells[column]);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }
}
