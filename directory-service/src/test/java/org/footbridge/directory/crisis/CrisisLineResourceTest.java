package org.footbridge.directory.crisis;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import org.footbridge.directory.DirectoryTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class CrisisLineResourceTest {

    @Test
    void shouldShowTheNationalLinesToEverybody() {
        given().get("/api/v1/directory/crisis-lines")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age"))
                .body("items[0].callNumber", equalTo("911"))
                .body("items.callNumber", hasItems("911", "988"))
                .body("items.textNumber", hasItems("988", "741741"));
    }
}
