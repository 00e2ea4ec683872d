package org.footbridge.directory.capacity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.footbridge.common.testsupport.DemoTokens;
import org.footbridge.common.testsupport.TokenBuilder;
import org.footbridge.directory.DemoDirectory;
import org.footbridge.directory.DirectoryTest;
import org.footbridge.directory.FixedClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DirectoryTest
class CapacityResourceTest {
    private static final String PATH = "/api/v1/directory/services/{id}/capacity";
    private static final String ROOM = "{\"status\":\"HAS_CAPACITY\",\"available\":3,\"waitDays\":4}";

    DemoTokens demo;

    @BeforeEach
    void directory() {
        DemoDirectory.present(demo);
    }

    @Test
    void shouldTakeWhatTheAgencySaysAndShowItEverywhere() {
        // Given
        String tag = tag(DemoDirectory.OUTPATIENT);

        // When
        String next = as(demo.agencyStaff())
                .header("If-Match", tag)
                .body(ROOM)
                .put(PATH, DemoDirectory.OUTPATIENT)
                .then()
                .statusCode(200)
                .body("status", equalTo("HAS_CAPACITY"))
                .body("available", equalTo(3))
                .body("waitDays", equalTo(4))
                .body("confirmedAt", equalTo(FixedClock.NOW.toString()))
                .body("stale", equalTo(false))
                .extract()
                .header("ETag");

        // Then
        assertThat(next).isNotEqualTo(tag).isEqualTo(tag(DemoDirectory.OUTPATIENT));
        given().get("/hsds/services/{id}", DemoDirectory.OUTPATIENT)
                .then()
                .statusCode(200)
                .body("capacities[0].available", equalTo(3))
                .body("capacities[0].maximum", equalTo(30))
                .body("capacities[0].attributes.value", hasItem("HAS_CAPACITY"));
        given().header("If-None-Match", next)
                .get(PATH, DemoDirectory.OUTPATIENT)
                .then()
                .statusCode(304);
    }

    @Test
    void shouldNotLetAnOlderFileOverwriteTheAgencysWord() {
        // Given
        as(demo.agencyStaff())
                .header("If-Match", "*")
                .body("{\"status\":\"WAITLIST\",\"waitDays\":9}")
                .put(PATH, DemoDirectory.OUTPATIENT)
                .then()
                .statusCode(200);

        // When
        DemoDirectory.load(demo, DemoDirectory.text())
                .statusCode(200)
                .body("services.updated", equalTo(0))
                .body("capacities.updated", equalTo(0));

        // Then
        given().get(PATH, DemoDirectory.OUTPATIENT).then().statusCode(200).body("status", equalTo("WAITLIST"));
    }

    @Test
    void shouldLetTheOrganizationAboveSpeakForItsPart() {
        as(demo.agencyStaff())
                .header("If-Match", "*")
                .body(ROOM)
                .put(PATH, DemoDirectory.PLAY_THERAPY)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldHideTheServiceOfAnotherAgency() {
        String tag = tag(DemoDirectory.OUTPATIENT);
        as(demo.otherAgencyStaff())
                .header("If-Match", "*")
                .body(ROOM)
                .put(PATH, DemoDirectory.OUTPATIENT)
                .then()
                .statusCode(404);
        assertThat(tag(DemoDirectory.OUTPATIENT)).isEqualTo(tag);
    }

    @Test
    void shouldNotKnowAServiceThatIsNotThere() {
        as(demo.agencyStaff())
                .header("If-Match", "*")
                .body(ROOM)
                .put(PATH, UUID.randomUUID())
                .then()
                .statusCode(404);
        given().get(PATH, UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void shouldAskForTheVersion() {
        as(demo.agencyStaff())
                .body(ROOM)
                .put(PATH, DemoDirectory.OUTPATIENT)
                .then()
                .statusCode(428);
    }

    @Test
    void shouldRefuseAStaleVersion() {
        as(demo.agencyStaff())
                .header("If-Match", "\"99999\"")
                .body(ROOM)
                .put(PATH, DemoDirectory.OUTPATIENT)
                .then()
                .statusCode(412);
    }

    @Test
    void shouldRefuseNumbersThatContradictTheStatus() {
        as(demo.agencyStaff())
                .header("If-Match", "*")
                .body("{\"status\":\"HAS_CAPACITY\",\"available\":0}")
                .put(PATH, DemoDirectory.OUTPATIENT)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/available"));
    }

    @Test
    void shouldRefuseMissingAndUnknownMembers() {
        as(demo.agencyStaff())
                .header("If-Match", "*")
                .body("{\"available\":-1}")
                .put(PATH, DemoDirectory.OUTPATIENT)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/status"))
                .body("errors.pointer", hasItem("/available"));
        as(demo.agencyStaff())
                .header("If-Match", "*")
                .body("{\"status\":\"NO_CAPACITY\",\"colour\":\"red\"}")
                .put(PATH, DemoDirectory.OUTPATIENT)
                .then()
                .statusCode(400);
        as(demo.agencyStaff())
                .header("If-Match", "*")
                .body("{\"status\":\"PERHAPS\"}")
                .put(PATH, DemoDirectory.OUTPATIENT)
                .then()
                .statusCode(400);
    }

    @Test
    void shouldAskForATokenOfAnAgency() {
        given().contentType(ContentType.JSON)
                .body(ROOM)
                .put(PATH, DemoDirectory.OUTPATIENT)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", not(equalTo(null)));
        as(demo.coordinator())
                .header("If-Match", "*")
                .body(ROOM)
                .put(PATH, DemoDirectory.OUTPATIENT)
                .then()
                .statusCode(403);
    }

    private static RequestSpecification as(TokenBuilder token) {
        return given().auth().oauth2(token.sign()).contentType(ContentType.JSON);
    }

    private static String tag(String service) {
        return given().get(PATH, service).then().statusCode(200).extract().header("ETag");
    }
}
