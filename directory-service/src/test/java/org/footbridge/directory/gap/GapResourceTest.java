package org.footbridge.directory.gap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TestDatabase;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class GapResourceTest {
    TestDatabase database;
    DemoTokens demo;

    @Test
    void shouldNeitherSkipNorRepeatAGapThatIsFoundAgainWhileSomebodyPages() throws SQLException {
        // Given
        DemoDirectory.present(demo);
        List<String> gaps = List.of(gap("tn"), gap("ts"), gap("ve"));
        List<String> seen = new ArrayList<>();
        JsonPath page = page(null);
        seen.addAll(page.getList("items.id"));

        // When
        foundAgain(gaps.getFirst());
        foundAgain(seen.getFirst());
        while (page.getString("next") != null) {
            page = page(page.getString("next"));
            seen.addAll(page.getList("items.id"));
        }

        // Then
        assertThat(seen).containsAll(gaps).doesNotHaveDuplicates();
    }

    private String gap(String language) {
        return coordinator()
                .body("""
                        {"open":"SU 02:00-03:00","mode":["in-person"],"age":12,"language":["%s"],"within":7,"near":"39.83,-98.58"}
                        """.formatted(language))
                .post("/api/v1/directory/match")
                .then()
                .statusCode(200)
                .extract()
                .path("gap.id");
    }

    private JsonPath page(String cursor) {
        RequestSpecification request = coordinator().queryParam("limit", 1);
        return (cursor == null ? request : request.queryParam("cursor", cursor))
                .get("/api/v1/directory/gaps")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private RequestSpecification coordinator() {
        return given().auth().oauth2(demo.coordinator().sign()).contentType(ContentType.JSON);
    }

    private void foundAgain(String gap) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("update gaps set times = times + 1, last_found_at = last_found_at + interval '1 hour'"
                    + " where id = '" + gap + "'");
        }
    }
}
