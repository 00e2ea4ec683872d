package org.footbridge.directory.importing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class TabularTest {
    private static final String ZIP = "application/zip";
    private static final String MANIFEST = """
            {"resources": [{"name": "organization", "path": "orgs.csv"},
                           {"name": "service", "path": "data/what-is-offered.csv",
                            "schema": {"fields": [{"name": "x_beds", "type": "integer"}]}},
                           {"name": "phone", "path": "phones.csv"}]}
            """;

    DemoTokens demo;

    @Test
    void shouldTakeTheNamesOfFilesFromTheManifest() {
        // Given
        String source = Imports.source(demo);
        Map<String, String> files = files();

        // When
        JsonPath run = Imports.run(demo, source, ZIP, Zips.ofText(files));

        // Then
        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("APPLIED");
        given().get("/hsds/services/{id}", Imports.id(demo, source, "service", "s1"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Group, for \"teens\""))
                .body("minimum_age", equalTo(12))
                .body("x_beds", equalTo(3))
                .body("phones[0].number", equalTo("+1 555 0100"))
                .body("organization.phones[0].number", equalTo("+1 555 0100"));
    }

    @Test
    void shouldNameEveryFaultWithFileRowAndColumn() {
        Map<String, String> files = files();
        files.put("data/what-is-offered.csv", """
                id,organization_id,name,status,minimum_age
                s1,o1,Ok,active,1e9
                s1,o1,Twice,active,
                ,o1,No id,active,
                s3,o1,Long,active,1,too,many
                """);
        files.put("phones.csv", "id,number,number\np1,1,2\n");

        JsonPath run = Imports.run(demo, Imports.source(demo), ZIP, Zips.ofText(files));

        assertThat(run.getString("state")).isEqualTo("REJECTED");
        assertThat(run.getList("errors.pointer"))
                .containsExactlyInAnyOrder(
                        "/what-is-offered.csv/2/minimum_age",
                        "/what-is-offered.csv/3/id",
                        "/what-is-offered.csv/4/id",
                        "/what-is-offered.csv/5",
                        "/phones.csv/1/number");
    }

    @Test
    void shouldKeepARowWhoseOwnerIsNowhereAndGiveItOutAgain() {
        Map<String, String> files = files();
        String id = UUID.randomUUID().toString();
        files.put("phones.csv", "id,service_id,number\n" + id + ",nobody,555-0199\n");

        JsonPath run = Imports.run(demo, Imports.source(demo), ZIP, Zips.ofText(files));

        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("APPLIED");
        assertThat(run.getList("warnings.code")).containsExactlyInAnyOrder("unknown-owner", "no-owner");
        assertThat(run.getInt("counts.others.created")).isEqualTo(1);
        assertThat(Imports.exported(demo).path("phones").findValuesAsText("id")).contains(id);
    }

    @Test
    void shouldRefuseAPackageThatGrowsWithoutEnd() {
        byte[] bomb = Zips.of(Map.of("services.csv", new byte[101 * 1024 * 1024]));
        assertThat(bomb).hasSizeLessThan(1024 * 1024);

        JsonPath run = Imports.run(demo, Imports.source(demo), ZIP, bomb);

        assertThat(run.getString("state")).isEqualTo("REJECTED");
        assertThat(run.getList("errors.code")).containsExactly("too-large-inside");
    }

    @Test
    void shouldRefuseWhatIsNoPackage() {
        JsonPath run = Imports.run(demo, Imports.source(demo), ZIP, new byte[] {1, 2, 3});

        assertThat(run.getList("errors.code")).containsExactly("not-a-zip");
    }

    @Test
    void shouldGuardFormulasAndReadThemBackAsTheyWereMeant() {
        // Given
        String source = Imports.source(demo);
        String organization = UUID.randomUUID().toString();
        Imports.json(demo, source, """
                {"id": "%s", "name": "=HYPERLINK(\\"http://evil.example\\")", "description": "-1+1",
                 "services": [{"id": "%s", "name": "@SUM(1)", "status": "active", "organization_id": "%s"}]}
                """.formatted(organization, UUID.randomUUID(), organization));

        // When
        byte[] zip = export("hsds.zip").asByteArray();
        String csv = export("services.csv").asString();
        JsonPath back = Imports.run(demo, Imports.source(demo, true), ZIP, zip);

        // Then
        Map<String, String> row = Zips.tables(zip).get("organizations.csv").stream()
                .filter(cells -> cells.get("id").equals(organization))
                .findFirst()
                .orElseThrow();
        assertThat(row.get("name")).startsWith("'=HYPERLINK");
        assertThat(row.get("description")).isEqualTo("'-1+1");
        assertThat(csv).contains("'@SUM(1)");
        assertThat(back.getString("state")).as(back.prettify()).isEqualTo("APPLIED");
        given().get("/hsds/organizations/{id}", organization)
                .then()
                .body("name", containsString("=HYPERLINK"))
                .body("name", not(containsString("'=")));
    }

    @Test
    void shouldImportItsOwnPackageWithoutMakingAnythingTwice() {
        DemoDirectory.present(demo);
        byte[] zip = export("hsds.zip").asByteArray();

        JsonPath run = Imports.run(demo, Imports.source(demo, true), ZIP, zip, true);

        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("CHECKED");
        for (String kind : List.of("organizations", "services", "locations", "serviceAtLocations", "taxonomyTerms")) {
            assertThat(run.getInt("counts." + kind + ".created")).as(kind).isZero();
        }
    }

    private Response export(String file) {
        Response answer = given().auth().oauth2(demo.platformAdmin().sign()).get("/api/v1/directory/exports/" + file);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("datapackage.json", MANIFEST);
        files.put("orgs.csv", "\ufeffid,name,description\r\no1,Org,Words\r\n");
        files.put(
                "data/what-is-offered.csv",
                "id,organization_id,name,status,minimum_age,x_beds\ns1,o1,\"Group, for \"\"teens\"\"\",active,12,3\n");
        files.put("phones.csv", "id,organization_id,service_id,number\np1,o1,s1,+1 555 0100\n");
        return files;
    }
}
