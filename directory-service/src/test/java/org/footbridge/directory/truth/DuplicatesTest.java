package org.footbridge.directory.truth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.directory.DirectoryTest;
import org.footbridge.directory.importing.Imports;
import org.junit.jupiter.api.Test;

/** What may be there twice is found by more than its spelling, and whoever says that it is two is not asked again. */
@QuarkusTest
@DirectoryTest
class DuplicatesTest {
    private static final String TWO = """
            {"id": "o", "name": "Organization %s", "description": "d", "services": [
              {"id": "a", "name": "Teen Anxiety Group", "status": "active"},
              {"id": "b", "name": "%s", "status": "active"}]}
            """;
    private static final String PLACED = """
            {"id": "o", "name": "%s", "description": "d", "services": [
              {"id": "s", "name": "%s", "status": "active", "service_at_locations": [{"id": "l", "location":
                {"id": "l", "location_type": "physical", "latitude": %s, "longitude": -122.5}}]}]}
            """;

    DemoTokens demo;

    @Test
    void shouldFindAMistypedNameWithinAnOrganization() {
        String source = two("Teen Anxeity Group");

        assertThat(pair(source, "a", source, "b")).hasValueSatisfying(pair -> assertThat(pair.get("reasons"))
                .isEqualTo(List.of("similar-name", "same-organization", "same-organization-name")));
    }

    @Test
    void shouldNotTakeOtherWordsForAlike() {
        String source = two("Parenting Class");

        assertThat(pair(source, "a", source, "b")).isEmpty();
    }

    @Test
    void shouldFindAMistypedNameAtOnePlaceButNotElsewhere() {
        // Given
        String first = placed("Here", "Loss and Grief Circle", "61.2001");
        String near = placed("There", "Loss and Greif Circle", "61.2008");
        String far = placed("Far", "Loss and Greif Circle", "61.3");

        // Then
        assertThat(pair(first, "s", near, "s")).hasValueSatisfying(pair -> assertThat(pair.get("reasons"))
                .isEqualTo(List.of("similar-name", "same-place")));
        assertThat(pair(first, "s", far, "s")).isEmpty();
    }

    @Test
    void shouldNotListAgainWhatWasDismissed() {
        // Given
        String source = two("Teen Anxiety Groups");
        String first = Imports.id(demo, source, "service", "a");
        String second = Imports.id(demo, source, "service", "b");
        assertThat(pair(source, "a", source, "b")).isPresent();

        // When
        String at = dismiss(demo.platformAdmin(), first, second)
                .then()
                .statusCode(200)
                .body("first", equalTo(first))
                .extract()
                .path("dismissedAt");

        // Then
        assertThat(pair(source, "a", source, "b")).isEmpty();
        dismiss(demo.platformAdmin(), second, first).then().statusCode(200).body("dismissedAt", equalTo(at));
    }

    @Test
    void shouldRefuseWhatIsNoPair() {
        String source = two("Another");
        String id = Imports.id(demo, source, "service", "a");

        dismiss(demo.platformAdmin(), id, id).then().statusCode(422).body("errors.pointer", hasItem("/second"));
        dismiss(demo.platformAdmin(), id, UUID.randomUUID().toString()).then().statusCode(404);
        dismiss(demo.agencyStaff(), id, id).then().statusCode(403);
        given().contentType("application/json")
                .body("{}")
                .post("/api/v1/directory/duplicates/dismissals")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(demo.platformAdmin().sign())
                .contentType("application/json")
                .body("{\"first\":\"" + id + "\"}")
                .post("/api/v1/directory/duplicates/dismissals")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/second"));
    }

    private String two(String second) {
        String source = Imports.source(demo);
        Imports.json(demo, source, TWO.formatted(source, second));
        return source;
    }

    private String placed(String organization, String name, String latitude) {
        String source = Imports.source(demo);
        Imports.json(demo, source, PLACED.formatted(organization, name, latitude));
        return source;
    }

    private Optional<Map<String, Object>> pair(String firstSource, String first, String secondSource, String second) {
        List<String> ids = List.of(
                Imports.id(demo, firstSource, "service", first), Imports.id(demo, secondSource, "service", second));
        return pairs().stream()
                .filter(pair -> ids.contains(pair.get("first")) && ids.contains(pair.get("second")))
                .findFirst();
    }

    private List<Map<String, Object>> pairs() {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = given().auth()
                    .oauth2(demo.platformAdmin().sign())
                    .get("/api/v1/directory/duplicates?limit=200" + cursor)
                    .jsonPath();
            all.addAll(page.getList("items"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return all;
    }

    private static Response dismiss(TokenBuilder who, String first, String second) {
        return given().auth()
                .oauth2(who.sign())
                .contentType("application/json")
                .body("{\"first\":\"" + first + "\",\"second\":\"" + second + "\"}")
                .post("/api/v1/directory/duplicates/dismissals");
    }
}
