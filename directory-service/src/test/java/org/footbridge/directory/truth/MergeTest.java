package org.footbridge.directory.truth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.directory.DirectoryTest;
import org.footbridge.directory.importing.Imports;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class MergeTest {
    private static final String FILE = """
            {"id": "o", "name": "%s", "description": "d",
             "services": [{"id": "s", "name": "%s", "status": "active",
                           "phones": [{"id": "p", "number": "%s"}],
                           "service_at_locations": [{"id": "l", "location": {"id": "l", "location_type": "virtual"}}]}]}
            """;

    TestDatabase database;
    DemoTokens demo;

    @Test
    void shouldFindWhatTwoSourcesBroughtAndMakeItOne() {
        // Given
        String name = "Group " + UUID.randomUUID();
        String first = Imports.source(demo);
        String second = Imports.source(demo);
        Imports.json(demo, first, FILE.formatted("One", name, "(555) 0100"));
        Imports.json(demo, second, FILE.formatted("Two", name.toUpperCase(Locale.ROOT), "555-0100"));
        String kept = Imports.id(demo, first, "service", "s");
        String gone = Imports.id(demo, second, "service", "s");

        // Then
        Map<String, Object> pair = pairs().stream()
                .filter(found -> List.of(kept, gone).contains(found.get("first")))
                .findFirst()
                .orElseThrow();
        assertThat(pair.get("second")).isIn(kept, gone);
        assertThat(pair.get("reasons")).isEqualTo(List.of("same-phone"));

        // When
        merge(demo.platformAdmin(), gone, kept).then().statusCode(200).body("mergedInto", equalTo(kept));

        // Then
        given().get("/hsds/services/{id}", gone).then().statusCode(200).body("status", equalTo("defunct"));
        given().get("/hsds/services/{id}", kept).then().body("service_at_locations.size()", equalTo(2));
        assertThat(Imports.id(demo, second, "service", "s")).isEqualTo(kept);
        assertThat(change(gone)).containsEntry("mergedInto", kept).containsEntry("gone", true);
        assertThat(change(kept)).containsEntry("gone", false).doesNotContainKey("mergedInto");
        assertThat(pairs()).noneMatch(found -> List.of(kept, gone).contains(found.get("first")));
        merge(demo.platformAdmin(), gone, kept).then().statusCode(409);
    }

    @Test
    void shouldKeepTheFirstSourcesWordsAndTakeWhatOnlyTheSecondSays() {
        // Given
        String first = Imports.source(demo);
        String second = Imports.source(demo);
        Imports.json(demo, first, FILE.formatted("One", "Shared", "1"));
        Imports.json(demo, second, FILE.formatted("Two", "Shared", "1"));
        String kept = Imports.id(demo, first, "service", "s");
        merge(demo.platformAdmin(), Imports.id(demo, second, "service", "s"), kept)
                .then()
                .statusCode(200);

        // When
        JsonPath run = Imports.json(
                demo,
                second,
                FILE.formatted("Two", "Renamed by the second", "1")
                        .replace("\"active\"", "\"active\", \"alert\": \"New\""));

        // Then
        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("APPLIED");
        given().get("/hsds/services/{id}", kept)
                .then()
                .body("name", equalTo("Shared"))
                .body("alert", equalTo("New"))
                .body("status", equalTo("active"))
                .body("organization.name", equalTo("One"))
                .body("service_at_locations.size()", equalTo(2));
        assertWhoseWord(kept, first, second);

        // When
        Imports.json(demo, first, FILE.formatted("One", "Renamed by the first", "1"));

        // Then
        given().get("/hsds/services/{id}", kept)
                .then()
                .body("name", equalTo("Renamed by the first"))
                .body("alert", equalTo("New"));
    }

    @Test
    void shouldRefuseWhatIsNoPair() {
        String source = Imports.source(demo);
        Imports.json(demo, source, FILE.formatted("Alone", "Alone", "1"));
        String id = Imports.id(demo, source, "service", "s");

        merge(demo.platformAdmin(), id, id).then().statusCode(422).body("errors.pointer", hasItem("/into"));
        merge(demo.platformAdmin(), id, UUID.randomUUID().toString()).then().statusCode(404);
        merge(demo.agencyStaff(), id, id).then().statusCode(403);
        given().get("/api/v1/directory/duplicates").then().statusCode(401);
        given().get("/api/v1/directory/changes?modified_after=yesterday").then().statusCode(400);
        given().queryParam("modified_after", "+1000000-01-01T00:00:00Z")
                .get("/api/v1/directory/changes")
                .then()
                .statusCode(400);
    }

    @Test
    void shouldNotMergeWhatIsSeenByOthers() throws SQLException {
        // Given
        String source = Imports.source(demo);
        Imports.json(demo, source, FILE.formatted("Shown", "Pair", "1"));
        String shown = Imports.id(demo, source, "service", "s");
        String other = Imports.source(demo);
        Imports.json(demo, other, FILE.formatted("Hidden", "Pair", "1"));
        String hidden = Imports.id(demo, other, "service", "s");
        run("update services set visibility = 'entitled' where id = '" + hidden + "'");

        // When, then
        merge(demo.platformAdmin(), shown, hidden).then().statusCode(409);
        merge(demo.platformAdmin(), hidden, shown).then().statusCode(409);
        given().get("/hsds/services/{id}", shown).then().body("status", equalTo("active"));
    }

    @Test
    void shouldCountTheMergeOnForWhoeverEditsEither() {
        // Given
        String first = Imports.source(demo);
        String second = Imports.source(demo);
        Imports.json(demo, first, FILE.formatted("One", "Versioned", "1"));
        Imports.json(demo, second, FILE.formatted("Two", "Versioned", "1"));
        String kept = Imports.id(demo, first, "service", "s");
        String gone = Imports.id(demo, second, "service", "s");
        String suggestion = Suggestions.about(gone);
        String tag = tag("/api/v1/directory/services/" + kept + "/record");

        // When
        merge(demo.platformAdmin(), gone, kept).then().statusCode(200);

        // Then
        assertThat(tag("/api/v1/directory/services/" + kept + "/record")).isNotEqualTo(tag);
        assertThat(tag(Suggestions.PATH + "/" + suggestion)).isEqualTo("\"1\"");
        Suggestions.send(gone, "NAME", "Another").then().statusCode(409);
        Suggestions.send(kept, "NAME", "Another").then().statusCode(202);
    }

    @Test
    void shouldTellThatAnEntryIsPublicNoMore() throws SQLException {
        // Given
        String source = Imports.source(demo);
        Imports.json(demo, source, FILE.formatted("Shy", "Shy service", "1"));
        String id = Imports.id(demo, source, "service", "s");
        String organization = Imports.id(demo, source, "organization", "o");
        String never = Imports.source(demo);
        Imports.json(demo, never, FILE.formatted("Never", "Never shown", "1"));
        String secret = Imports.id(demo, never, "service", "s");
        run("update services set visibility = 'entitled', was_public = false where id = '" + secret + "'");
        run("update services set was_public = false where id = '" + secret + "'");

        // When
        run("update services set visibility = 'entitled', last_modified = now() where id = '" + id + "'");

        // Then
        assertThat(change(id)).containsEntry("gone", true).containsEntry("status", "inactive");
        assertThat(changes()).noneMatch(change -> change.get("id").equals(secret));

        // When
        run("update services set visibility = 'public', last_modified = now() where id = '" + id + "'");
        assertThat(change(id)).containsEntry("gone", false);
        run("update organizations set visibility = 'entitled', last_modified = now() where id = '" + organization
                + "'");

        // Then
        assertThat(change(id)).containsEntry("gone", true);
        run("update organizations set visibility = 'public', last_modified = now() where id = '" + organization + "'");
        assertThat(change(id)).containsEntry("gone", false).containsEntry("status", "active");
    }

    private void run(String statement) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private String tag(String path) {
        return given().auth().oauth2(demo.platformAdmin().sign()).get(path).header("ETag");
    }

    @Test
    void shouldPageThroughChangesWithoutAGapOrARepetition() {
        String source = Imports.source(demo);
        for (int i = 0; i < 3; i++) {
            Imports.json(
                    demo,
                    source,
                    FILE.formatted("Paged", "Paged " + i, "1")
                            .replace("\"s\"", "\"s" + i + "\"")
                            .replace("\"l\"", "\"l" + i + "\""));
        }
        List<String> all =
                changes().stream().map(change -> (String) change.get("id")).toList();
        JsonPath first = given().get("/api/v1/directory/changes?limit=2").jsonPath();
        JsonPath next = given().queryParam("cursor", first.getString("next"))
                .get("/api/v1/directory/changes?limit=2")
                .jsonPath();

        assertThat(first.<String>getList("items.id")).isEqualTo(all.subList(0, 2));
        assertThat(next.<String>getList("items.id")).isEqualTo(all.subList(2, 4));
    }

    private void assertWhoseWord(String kept, String first, String second) {
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .get("/api/v1/directory/services/{id}/sources", kept)
                .then()
                .statusCode(200)
                .body("sources.foreignId", equalTo(List.of("s", "s")))
                .body("fields.name", equalTo(code(first)))
                .body("fields.alert", equalTo(code(second)));
    }

    private String code(String source) {
        return given().auth()
                .oauth2(demo.platformAdmin().sign())
                .get(Imports.SOURCES + "/{id}", source)
                .path("code");
    }

    private List<Map<String, Object>> changes() {
        return all("/api/v1/directory/changes?limit=200");
    }

    private Map<String, Object> change(String id) {
        return changes().stream()
                .filter(change -> change.get("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, Object>> pairs() {
        return all("/api/v1/directory/duplicates?limit=200");
    }

    private List<Map<String, Object>> all(String path) {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = given().auth()
                    .oauth2(demo.platformAdmin().sign())
                    .get(path + cursor)
                    .jsonPath();
            all.addAll(page.getList("items"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return all;
    }

    private static Response merge(TokenBuilder who, String id, String into) {
        return given().auth()
                .oauth2(who.sign())
                .contentType("application/json")
                .body("{\"into\":\"" + into + "\"}")
                .post("/api/v1/directory/services/{id}/merge", id);
    }
}
