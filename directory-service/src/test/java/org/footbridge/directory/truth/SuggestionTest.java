package org.footbridge.directory.truth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.footbridge.directory.importing.Imports;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class SuggestionTest {
    DemoTokens demo;

    @Test
    void shouldPutAnAcceptedCorrectionIntoEntryAndHistoryForGood() {
        // Given
        String source = Imports.source(demo);
        String file = """
                {"id": "o", "name": "Org", "description": "d",
                 "services": [{"id": "s", "name": "Old name", "status": "active"}]}
                """;
        Imports.json(demo, source, file);
        String service = Imports.id(demo, source, "service", "s");
        String id = Suggestions.send(service, "NAME", "New name").path("id");

        // When
        decide(demo.platformAdmin(), id, "accept", "\"0\"")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("ACCEPTED"))
                .body("seenValue", equalTo("Old name"));
        JsonPath again = Imports.json(demo, source, file);

        // Then
        assertThat(again.getString("state")).as(again.prettify()).isEqualTo("APPLIED");
        given().get("/hsds/services/{id}", service)
                .then()
                .body("name", equalTo("New name"))
                .body("metadata.size()", equalTo(1))
                .body("metadata[0].field_name", equalTo("name"))
                .body("metadata[0].previous_value", equalTo("Old name"))
                .body("metadata[0].replacement_value", equalTo("New name"))
                .body("metadata[0].updated_by", equalTo("platform editor"));
        given().queryParam("search", "\"New name\"")
                .get("/hsds/services")
                .then()
                .body("contents.id", hasItem(service));
    }

    @Test
    void shouldLetAnEditorChangeAgainWhatNoImportMayUndo() throws JsonProcessingException {
        // Given
        String source = Imports.source(demo);
        String file = """
                {"id": "o", "name": "Org", "description": "d",
                 "services": [{"id": "s", "name": "First", "status": "active"}]}
                """;
        Imports.json(demo, source, file);
        String service = Imports.id(demo, source, "service", "s");
        String id = Suggestions.send(service, "NAME", "Second").path("id");
        decide(demo.platformAdmin(), id, "accept", "*").then().statusCode(200);

        // When
        String path = "/api/v1/directory/services/{id}/record";
        ObjectNode record = (ObjectNode) DemoDirectory.JSON.readTree(given().auth()
                .oauth2(demo.platformAdmin().sign())
                .get(path, service)
                .asString());
        record.remove("curatorDistrictId");
        ((ObjectNode) record.path("record")).put("name", "Third");
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("application/json")
                .header("If-Match", "*")
                .body(record.toString())
                .put(path, service)
                .then()
                .statusCode(200);
        Imports.json(demo, source, file);

        // Then
        given().get("/hsds/services/{id}", service)
                .then()
                .body("name", equalTo("Third"))
                .body("metadata.size()", equalTo(1));
    }

    @Test
    void shouldLeaveTheEntryAsItIsUntilAnEditorAgrees() {
        DemoDirectory.present(demo);
        String before = given().get("/hsds/services/{id}", DemoDirectory.FAMILY_COUNSELING)
                .asString();

        String id = Suggestions.about(DemoDirectory.FAMILY_COUNSELING);
        decide(demo.agencyStaff(), id, "reject", "*").then().statusCode(200).body("state", equalTo("REJECTED"));

        assertThat(given().get("/hsds/services/{id}", DemoDirectory.FAMILY_COUNSELING)
                        .asString())
                .isEqualTo(before);
        decide(demo.agencyStaff(), id, "accept", "*").then().statusCode(409).body("state", equalTo("REJECTED"));
    }

    @Test
    void shouldQueueForTheEditorsOfTheServiceOnly() {
        DemoDirectory.present(demo);
        String id = Suggestions.about(DemoDirectory.FAMILY_COUNSELING);

        list(demo.platformAdmin()).then().body("items.id", hasItem(id));
        list(demo.agencyStaff()).then().body("items.id", hasItem(id));
        list(demo.otherAgencyStaff()).then().body("items.id", not(hasItem(id)));
        decide(demo.otherAgencyStaff(), id, "accept", "*").then().statusCode(404);
        decide(demo.coordinator(), id, "accept", "*").then().statusCode(403);
        list(demo.coordinator()).then().statusCode(403);
    }

    @Test
    void shouldDecideOnlyOnWhatWasRead() {
        DemoDirectory.present(demo);
        String id = Suggestions.about(DemoDirectory.FAMILY_COUNSELING);

        decide(demo.agencyStaff(), id, "accept", null).then().statusCode(428);
        decide(demo.agencyStaff(), id, "accept", "\"7\"").then().statusCode(412);
    }

    @Test
    void shouldRefuseWhatIsNoValueOfTheField() {
        DemoDirectory.present(demo);
        for (String[] wrong :
                new String[][] {{"STATUS", "perhaps"}, {"URL", "javascript:alert(1)"}, {"EMAIL", "none"}}) {
            Suggestions.send(DemoDirectory.FAMILY_COUNSELING, wrong[0], wrong[1])
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/value"));
        }
        Suggestions.send(DemoDirectory.FAMILY_COUNSELING, "NAME", "").then().statusCode(422);
        Suggestions.send(DemoDirectory.FAMILY_COUNSELING, "ID", "x").then().statusCode(400);
        Suggestions.send(UUID.randomUUID().toString(), "NAME", "x").then().statusCode(404);
    }

    @Test
    void shouldStopTakingSuggestionsThatNobodyDecides() {
        String source = Imports.source(demo);
        Imports.json(demo, source, """
                {"id": "o", "name": "Flooded", "description": "d",
                 "services": [{"id": "s", "name": "Flooded", "status": "active"}]}
                """);
        String service = Imports.id(demo, source, "service", "s");
        for (int i = 0; i < 50; i++) {
            Suggestions.send(service, "ALERT", "No. " + i).then().statusCode(202);
        }

        Suggestions.send(service, "ALERT", "One more").then().statusCode(429).header("Retry-After", equalTo("86400"));
    }

    private static Response list(TokenBuilder who) {
        return given().auth().oauth2(who.sign()).get(Suggestions.PATH + "?limit=200");
    }

    private static Response decide(TokenBuilder who, String id, String verdict, String tag) {
        var request = given().auth().oauth2(who.sign());
        return (tag == null ? request : request.header("If-Match", tag))
                .post(Suggestions.PATH + "/{id}/{verdict}", id, verdict);
    }
}
