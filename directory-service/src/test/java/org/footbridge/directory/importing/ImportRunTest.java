package org.footbridge.directory.importing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class ImportRunTest {
    private static final String SERVICE = """
            {"id": "svc-17", "name": "%s", "status": "active", "x_unknown": [1, {"a": null}],
             "phones": [{"id": "ph-1", "number": "555-0100", "languages": [{"id": "l-1", "code": "es"}]}],
             "attributes": [{"id": "attr-001", "link_type": "insurance", "value": "medicaid"}],
             "service_at_locations": [{"id": "sal-1", "location": {"id": "loc-1", "location_type": "virtual",
                                       "addresses": []}}],
             "organization": {"id": "org-3", "name": "Rainbow Commons", "description": "A youth center", "phones": []}}
            """;

    DemoTokens demo;

    @Test
    void shouldTakeForeignIdsAndFindTheirRecordsAgain() {
        // Given
        String source = Imports.source(demo);

        // When
        JsonPath first = Imports.json(demo, source, SERVICE.formatted("Youth group"));

        // Then
        assertThat(first.getString("state")).as(first.prettify()).isEqualTo("APPLIED");
        assertThat(first.getInt("counts.services.created")).isEqualTo(1);
        assertThat(first.getInt("counts.organizations.created")).isEqualTo(1);
        assertThat(first.getInt("counts.locations.created")).isEqualTo(1);
        String id = Imports.id(demo, source, "service", "svc-17");
        given().get("/hsds/services/{id}", id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Youth group"))
                .body("x_unknown[0]", equalTo(1))
                .body("phones[0].id", equalTo(Imports.id(demo, source, "phone", "ph-1")));

        // When
        JsonPath again = Imports.json(demo, source, SERVICE.formatted("Youth group"));
        JsonPath changed = Imports.json(demo, source, SERVICE.formatted("Youth circle"));

        // Then
        assertThat(again.getInt("counts.services.unchanged")).isEqualTo(1);
        assertThat(again.getInt("counts.services.created")).isZero();
        assertThat(changed.getInt("counts.services.updated")).isEqualTo(1);
        given().get("/hsds/services/{id}", id).then().body("name", equalTo("Youth circle"));
    }

    @Test
    void shouldNeverTouchWhatAnotherSourceBrought() {
        // Given
        String organization = UUID.randomUUID().toString();
        String file = "{\"id\":\"%s\",\"name\":\"%s\",\"description\":\"d\",\"services\":[]}";
        String first = Imports.source(demo);
        String second = Imports.source(demo);

        // When
        Imports.json(demo, first, file.formatted(organization, "The first one"));
        JsonPath run = Imports.json(demo, second, file.formatted(organization, "The second one"));

        // Then
        assertThat(run.getInt("counts.organizations.created")).isEqualTo(1);
        assertThat(Imports.id(demo, first, "organization", organization)).isEqualTo(organization);
        assertThat(Imports.id(demo, second, "organization", organization))
                .isNotNull()
                .isNotEqualTo(organization);
        given().get("/hsds/organizations/{id}", organization).then().body("name", equalTo("The first one"));
    }

    @Test
    void shouldLetASourceOfOurOwnRecordsCorrectThem() {
        String organization = UUID.randomUUID().toString();
        String file = "{\"id\":\"%s\",\"name\":\"%s\",\"description\":\"d\",\"services\":[]}";
        Imports.json(demo, Imports.source(demo), file.formatted(organization, "Before"));

        JsonPath run = Imports.json(demo, Imports.source(demo, true), file.formatted(organization, "After"));

        assertThat(run.getInt("counts.organizations.updated")).isEqualTo(1);
        given().get("/hsds/organizations/{id}", organization).then().body("name", equalTo("After"));
    }

    @Test
    void shouldSayWhatADryRunWouldDoAndChangeNothing() {
        String source = Imports.source(demo);

        JsonPath run = Imports.run(
                demo,
                source,
                "application/json",
                SERVICE.formatted("Dry group").getBytes(StandardCharsets.UTF_8),
                true);

        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("CHECKED");
        assertThat(run.getBoolean("dryRun")).isTrue();
        assertThat(run.getInt("counts.services.created")).isEqualTo(1);
        assertThat(Imports.id(demo, source, "service", "svc-17")).isNull();
    }

    @Test
    void shouldNameEveryFaultOfALineWithItsPlaceAndApplyNothing() {
        // Given
        String source = Imports.source(demo);
        String lines = """
                {"id": "o-1", "name": "Good", "description": "d"}

                {"id": "o-2", "name": "No description"}
                {"id": "s-1", "name": "s", "status": "perhaps", "organization_id": "o-1"}
                {not json
                """;

        // When
        JsonPath unreadable = Imports.run(demo, source, "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8));
        JsonPath wrong = Imports.run(
                demo,
                source,
                "application/x-ndjson",
                lines.replace("{not json", "").getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(unreadable.getString("state")).isEqualTo("REJECTED");
        assertThat(unreadable.getList("errors.pointer")).containsExactly("/lines/5");
        assertThat(wrong.getString("state")).isEqualTo("REJECTED");
        assertThat(wrong.getInt("errorCount")).isEqualTo(2);
        assertThat(wrong.getList("errors.pointer"))
                .containsExactlyInAnyOrder("/lines/3/description", "/lines/4/status");
        assertThat(Imports.id(demo, source, "organization", "o-1")).isNull();
    }

    @Test
    void shouldWarnOfWhatTheSchemaAllows() {
        String source = Imports.source(demo);

        JsonPath run = Imports.json(demo, source, """
                {"id": "o-9", "name": "Odd", "description": "d", "parent_organization_id": "nobody",
                 "services": [{"id": "s-9", "name": "s", "status": "inactive", "minimum_age": 18, "maximum_age": 6,
                               "service_at_locations": [{"id": "p-9", "location_id": "nowhere"}]}]}
                """);

        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("APPLIED");
        assertThat(run.getList("warnings.code"))
                .containsExactlyInAnyOrder("unknown-organization", "age-range", "unknown-location");
        assertThat(run.getList("warnings.pointer")).contains("/services/0/maximum_age");
    }

    @Test
    void shouldKeepWhatAShortFormDoesNotSay() {
        // Given
        String source = Imports.source(demo);
        Imports.json(demo, source, SERVICE.formatted("Long"));

        // When
        JsonPath run = Imports.json(demo, source, """
                {"contents": [{"id": "svc-17", "name": "Short", "status": "active",
                               "organization": {"id": "org-3", "name": "Rainbow Commons", "description": "Newer words"}}]}
                """);

        // Then
        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("APPLIED");
        given().get("/hsds/services/{id}", Imports.id(demo, source, "service", "svc-17"))
                .then()
                .body("name", equalTo("Short"))
                .body("phones[0].number", equalTo("555-0100"))
                .body("service_at_locations.size()", equalTo(1))
                .body("organization.description", equalTo("Newer words"));
    }

    @Test
    void shouldExportRecordsThatImportAgainWithoutAChange() {
        // Given
        DemoDirectory.present(demo);
        Imports.json(demo, Imports.source(demo), SERVICE.formatted("To and fro"));
        byte[] lines = given().auth()
                .oauth2(demo.platformAdmin().sign())
                .get("/api/v1/directory/exports/hsds.ndjson")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        // When
        JsonPath run = Imports.run(demo, Imports.source(demo, true), "application/x-ndjson", lines, true);

        // Then
        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("CHECKED");
        assertThat(run.getInt("counts.organizations.created")).isZero();
        assertThat(run.getInt("counts.services.created")).isZero();
        assertThat(run.getInt("counts.locations.created")).isZero();
        assertThat(run.getInt("counts.services.unchanged")).as(run.prettify()).isPositive();
    }

    @Test
    void shouldRefuseASourceThatIsNotValidOrThereAlready() {
        String taken = given().auth()
                .oauth2(demo.platformAdmin().sign())
                .get(Imports.SOURCES + "/{id}", Imports.source(demo))
                .path("code");
        post("{\"code\":\"Not A Code\",\"precedence\":0}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/code"))
                .body("errors.pointer", hasItem("/name"))
                .body("errors.pointer", hasItem("/precedence"));
        post("{\"code\":\"" + taken + "\",\"name\":\"n\"}").then().statusCode(409);
        post("{\"code\":\"x-y\",\"name\":\"n\",\"colour\":1}").then().statusCode(400);
    }

    @Test
    void shouldChangeASourceOnlyAsItWasRead() {
        String id = Imports.source(demo);
        String body = "{\"code\":\"s-%s\",\"name\":\"Renamed\",\"precedence\":7}".formatted(id.substring(24));
        put(id, null, body).then().statusCode(428);
        put(id, "\"7\"", body).then().statusCode(412);
        put(id, "\"0\"", body)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("name", equalTo("Renamed"))
                .body("precedence", equalTo(7));
    }

    @Test
    void shouldRefuseTheMappingOfAChangedSourceAsThatOfANewOne() {
        String id = Imports.source(demo);
        String body = """
                {"code":"s-%s","name":"Mapped","mapping":{"columns":[{"column":"A","field":"organization.colour"}]}}
                """.formatted(id.substring(24));
        post(body).then().statusCode(422).body("errors.pointer", hasItem("/mapping/columns/0/field"));
        put(id, "\"0\"", body).then().statusCode(422).body("errors.pointer", hasItem("/mapping/columns/0/field"));
    }

    @Test
    void shouldRefuseWhatIsNoFormAndWhoMayNot() {
        String source = Imports.source(demo);
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("text/plain")
                .body("x")
                .post(Imports.RUNS, source)
                .then()
                .statusCode(415);
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("application/json")
                .body("{}")
                .post(Imports.RUNS, UUID.randomUUID())
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(demo.districtAdmin().sign())
                .contentType("application/json")
                .body("{}")
                .post(Imports.RUNS, source)
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body("{}")
                .post(Imports.RUNS, source)
                .then()
                .statusCode(401);
    }

    private Response post(String body) {
        return given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("application/json")
                .body(body)
                .post(Imports.SOURCES);
    }

    private Response put(String id, String tag, String body) {
        RequestSpecification request = given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("application/json")
                .body(body);
        return (tag == null ? request : request.header("If-Match", tag)).put(Imports.SOURCES + "/{id}", id);
    }
}
